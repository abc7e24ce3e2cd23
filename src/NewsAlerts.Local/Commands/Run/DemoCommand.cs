using System.CommandLine;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Demo;

namespace NewsAlerts.Local.Commands.Run;

/// <summary><c>alerts demo</c>: shows the service at work, without configuration and without network.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "End after the first round, with a summary." };
        var data = new Option<string?>("--data")
        {
            Description = "An empty or new folder that everything is kept in; a temporary one otherwise.",
            HelpName = "folder",
        };
        var command = new Command("demo", "See it work: news sites and a receiver on this machine, and the service between them.") { once, data };
        command.SetAction(async (result, cancellationToken) =>
        {
            // Ctrl-C is listened to only once this has returned: until then, it would end the process at once.
            await Task.Yield();
            var folder = result.GetValue(data);
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                await result.InvocationConfiguration.Error.WriteLineAsync($"{folder} is not empty: the demo starts in a folder of its own.");
                return ExitCode.WrongInput;
            }

            var fresh = folder is null ? Directory.CreateTempSubdirectory("alerts-demo-") : Directory.CreateDirectory(folder);
            var console = Terminal.Create(result.InvocationConfiguration.Output);
            return await DemoRun.RunAsync(fresh.FullName, result.GetValue(once), console, TimeProvider.System, cancellationToken);
        });
        return command;
    }
}
