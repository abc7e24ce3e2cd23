using System.Text.RegularExpressions;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Editing;

/// <summary>Writes texts as values of alerts.yaml, in one line each.</summary>
internal static partial class YamlText
{
    /// <summary>A text in which nothing is to be taken for a variable.</summary>
    public static string Of(string text) => Verbatim(EnvironmentText.Escape(text));

    /// <summary>
    /// A text as it stands, such as a query or <c>${NAME}</c>: without quotes where every reader of YAML takes it for this
    /// text, in quotes otherwise. White space becomes one space, and what has no place in YAML goes.
    /// </summary>
    public static string Verbatim(string text)
    {
        var line = Unprintable().Replace(WhiteSpace().Replace(text, " ").Trim(), "");
        return Plain().IsMatch(line) && !OtherThanText().IsMatch(line) ? line
            : line.Contains('"', StringComparison.Ordinal) ? $"'{line.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"\"{line.Replace("\\", "\\\\", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[\p{Cc}\ufeff\ufffe\uffff]|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"^[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}/._~%+=&;@()'!*?-]|[:#](?=[\p{L}\p{Nd}/])|(?<![:]) (?=[\p{L}\p{Nd}(]))*\z")]
    private static partial Regex Plain();

    /// <summary>What YAML 1.1 or 1.2 takes for a number, a date, a truth value or nothing.</summary>
    [GeneratedRegex(@"^(?:[0-9][-+0-9._:a-fox]*|\.?(?:inf|nan)|y|n|yes|no|on|off|true|false|null)$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherThanText();
}
