using System.CommandLine;
using System.CommandLine.Invocation;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Printing;

var root = AlertsProgram.Create();
var invocation = new InvocationConfiguration
{
    ProcessTerminationTimeout = TimeSpan.FromSeconds(5),
    EnableDefaultExceptionHandler = false,
    Output = new VisibleWriter(Console.Out),
    Error = new VisibleWriter(Console.Error),
};
try
{
    var parsed = root.Parse(args);
    if (parsed.Action is ParseErrorAction mistake)
    {
        mistake.ShowHelp = false;
    }

    var exitCode = await parsed.InvokeAsync(invocation);
    return parsed.Errors.Count > 0 ? ExitCode.WrongInput : exitCode;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
{
    // What a person can mend is a sentence; anything else is ours, and comes with its stack.
    await invocation.Error.WriteLineAsync($"alerts: {e.Message}");
    return ExitCode.Failed;
}
