using System.CommandLine;
using System.CommandLine.Help;

namespace NewsAlerts.Local.Commands.Rules;

/// <summary><c>alerts rules</c>: what there is to know of a rule before it is trusted.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var command = new Command("rules", "Understand a rule before you trust it.") { RulesExplainCommand.Create(), RulesTestCommand.Create() };
        command.SetAction(result =>
        {
            new HelpAction().Invoke(result);
            return ExitCode.WrongInput;
        });
        return command;
    }
}
