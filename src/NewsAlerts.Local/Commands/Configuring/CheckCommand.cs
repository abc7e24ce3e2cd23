using System.CommandLine;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary><c>alerts check</c>: says everything that is wrong with the configuration.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print each mistake and warning as one line of JSON." };
        var elsewhere = new Option<string>("--elsewhere")
        {
            Description = "Variables, with commas between them, that are set where it will run and may be missing here.",
            HelpName = "names",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Report every mistake in the configuration, with its place and what was probably meant.")
        {
            json,
            elsewhere,
        };
        var place = PlaceOptions.ForConfiguration(command);
        command.SetAction(arguments =>
        {
            var file = place.ReadConfiguration(arguments).SetElsewhere(
                (arguments.GetValue(elsewhere) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
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

            return file.Result.Mistakes.Count == 0 ? ExitCode.Done : ExitCode.WrongInput;
        });
        return command;
    }
}
