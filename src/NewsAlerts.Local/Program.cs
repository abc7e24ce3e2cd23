using System.CommandLine;
using NewsAlerts.Local.Commands;

var root = new RootCommand("Watches news feeds, and tells the right people when the news says something that matters to them.")
{
    RunCommand.Create(),
    DemoCommand.Create(),
    CheckCommand.Create(),
    StatusCommand.Create(),
    ReplayCommand.Create(),
    ImportCommand.Create(),
    FeedCommand.Create(),
    MatchCommand.Create(),
};
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) };
var parsed = root.Parse(args);
var exitCode = await parsed.InvokeAsync(invocation);
return parsed.Errors.Count > 0 ? ExitCode.WrongInput : exitCode;
