using System.CommandLine;

namespace NewsAlerts.Local.Commands;

/// <summary><c>alerts check</c>: says everything that is wrong with the configuration.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        var config = CommonOptions.Config();
        var json = new Option<bool>("--json") { Description = "Print each mistake and warning as one line of JSON." };
        var command = new Command("check", "Report every mistake in the configuration, with its place and what was probably meant.")
        {
            config,
            json,
        };
        command.SetAction(arguments =>
        {
            var file = ConfigurationFile.Load(arguments.GetRequiredValue(config));
            var output = arguments.InvocationConfiguration.Output;
            if (arguments.GetValue(json))
            {
                MistakesJson.Print(file.Result.Mistakes, "error", output);
                MistakesJson.Print(file.Result.Warnings, "warning", output);
            }
            else
            {
                new ConfigurationReport(output).Write(file);
            }

            return file.Result.IsRight ? ExitCode.Done : ExitCode.WrongInput;
        });
        return command;
    }
}
