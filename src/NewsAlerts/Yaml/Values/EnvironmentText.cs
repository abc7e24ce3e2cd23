using System.Text;
using System.Text.RegularExpressions;

namespace NewsAlerts.Yaml.Values;

/// <summary>Replaces <c>${NAME}</c> by what the environment says; <c>$${</c> stands for <c>${</c> itself.</summary>
internal static partial class EnvironmentText
{
    private const string Variable = "the environment variable ";
    private const string IsNotSet = " is not set";
    private const string Named = @"\$\{([A-Za-z_][A-Za-z0-9_]*)\}";

    /// <summary>
    /// The text with every variable replaced; a variable that is unset, empty or wrongly written is reported with its
    /// place in the text, and the result is then null.
    /// </summary>
    public static string? Expand(string text, Func<string, string?> environment, Action<int, int, string> report)
    {
        if (!text.Contains("${", StringComparison.Ordinal))
        {
            return text;
        }

        var expanded = new StringBuilder();
        var isWhole = true;
        var copied = 0;
        foreach (Match match in Reference().Matches(text))
        {
            expanded.Append(text, copied, match.Index - copied);
            copied = match.Index + match.Length;
            var name = match.Groups[1];
            if (match.Value == "$${")
            {
                expanded.Append("${");
            }
            else if (!name.Success)
            {
                isWhole = false;
                report(match.Index, match.Length, "${NAME} holds letters, digits and _ alone; write $${ to mean ${ itself");
            }
            else if (environment(name.Value) is { Length: > 0 } value)
            {
                expanded.Append(value);
            }
            else
            {
                isWhole = false;
                report(match.Index, match.Length, NotSet(name.Value));
            }
        }

        return isWhole ? expanded.Append(text, copied, text.Length - copied).ToString() : null;
    }

    /// <summary>What is reported of a variable that is not set.</summary>
    public static string NotSet(string name) => $"{Variable}{name}{IsNotSet}";

    /// <summary>Whether this was reported of a variable that is unset or empty: it names the variable, and nothing else.</summary>
    public static bool IsUnset(string message) =>
        message.StartsWith(Variable, StringComparison.Ordinal) && message.EndsWith(IsNotSet, StringComparison.Ordinal);

    /// <summary>The text, written so that nothing in it is taken for a variable.</summary>
    public static string Escape(string text) => text.Replace("${", "$${", StringComparison.Ordinal);

    /// <summary>Whether a text is one variable and nothing else.</summary>
    public static bool IsVariable(string text) => Variables().Match(text) is { Success: true } match && match.Length == text.Length;

    /// <summary>Finds the variables of a text by their names: <c>${NAME}</c>.</summary>
    [GeneratedRegex(Named)]
    public static partial Regex Variables();

    [GeneratedRegex(@"\$\$\{|" + Named + @"|\$\{[^}]*\}?")]
    private static partial Regex Reference();
}
