using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Local.Running;
using NewsAlerts.Pipeline;

namespace NewsAlerts.Local.Commands;

/// <summary><c>alerts status</c>: shows how the feeds, the queues and the deliveries are.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var config = CommonOptions.Config();
        var json = CommonOptions.Json("an object for each feed, queue, destination and incident, and for those who subscribe");
        var command = new Command("status", "Show how the feeds, the queues and the deliveries are.") { config, json };
        var storage = new StorageOptions(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var output = result.InvocationConfiguration.Output;
            var file = ConfigurationFile.Load(result.GetRequiredValue(config));
            if (!file.Result.IsRight)
            {
                new ConfigurationReport(result.InvocationConfiguration.Error).Write(file);
                return ExitCode.WrongInput;
            }

            await using var services = LocalServices.Build(file.Result.Configuration, storage.Read(result), LogLevel.Warning);
            var status = await services.GetRequiredService<ReadStatus>().RunAsync(cancellationToken);
            if (result.GetValue(json))
            {
                await StatusJson.PrintAsync(status, output);
            }
            else
            {
                new StatusTables(output, TimeProvider.System.GetUtcNow()).Print(status);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
