using System.CommandLine;

namespace NewsAlerts.Local.Commands;

/// <summary><c>alerts rules</c>: what there is to know of a rule before it is trusted.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "Understand a rule before you trust it.")
    {
        RulesExplainCommand.Create(),
        RulesTestCommand.Create(),
    };
}
