using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace NewsAlerts.Yaml.Nodes;

/// <summary>Says what is wrong with a text that is not YAML, and guesses at the usual reasons.</summary>
internal static partial class SyntaxMistake
{
    private static readonly (string Said, string Meant)[] Meanings =
    [
        ("multiline plain scalar, found invalid mapping", "the indentation does not fit the lines above"),
        ("found invalid mapping", "a value with ': ' in it must be quoted"),
        ("cannot start any token", "a value cannot start with this character unless it is quoted"),
        ("unknown escape character", "a backslash needs single quotes around the value"),
        ("quoted scalar, found unexpected end", "the quotation mark is never closed"),
        ("expected '-' indicator", "the indentation does not fit the lines above"),
        ("expected key", "the indentation does not fit the lines above, or a ':' is missing"),
        ("<document end>", "the indentation does not fit the lines above"),
        ("expected ',' or", "a comma or the closing bracket is missing"),
        ("expected node content", "a value is expected here"),
    ];

    /// <summary>Reports what YamlDotNet says, or something better where the reason is a usual one.</summary>
    public static void Report(Mark from, Mark to, string message, MistakeList mistakes)
    {
        mistakes.HideUnread();
        var source = mistakes.Source;
        var place = (int)Math.Min(from.Index, source.Text.Length);
        if (message.Contains("tab", StringComparison.Ordinal)
            && TabIndentation().Match(source.Text, source.StartOfLine(place)) is { Success: true, Groups: [_, var tab] })
        {
            mistakes.Add(tab.Index, tab.Index + 1, "a tab cannot indent YAML: use spaces");
        }
        else if (UnquotedVariable().Match(source.Text, source.StartOfLine(place), source.EndOfLine(place) - source.StartOfLine(place)) is { Success: true, Groups: [_, var variable] })
        {
            mistakes.Add(
                variable.Index, variable.Index + variable.Length, "a variable within { } must be quoted", $"\"{variable.Value}\"");
        }
        else if (QuotedBeginning(source, place) is { } value)
        {
            mistakes.Add(
                value.Index,
                value.Index + value.Length,
                "text follows a quoted beginning: quote the whole value",
                mistakes.IsHidden(value.Index, value.Index + value.Length)
                    ? null
                    : $"'{Unquoted(value.Value).Replace("'", "''", StringComparison.Ordinal)}'");
        }
        else
        {
            var isShown = !mistakes.IsHidden(source.StartOfLine(place), source.EndOfLine(place));
            mistakes.Add(place, (int)Math.Max(to.Index, place + 1), $"this is not YAML: {Sentence(isShown ? message : Known(message))}");
        }
    }

    /// <summary>
    /// <c>when: "Hong Kong" AND Taiwan</c>, which looks right to everybody but YAML; the parser stumbles over it in
    /// this line or in the next one.
    /// </summary>
    private static Group? QuotedBeginning(SourceText source, int place)
    {
        var line = source.StartOfLine(place);
        foreach (var start in new[] { line, source.StartOfLine(Math.Max(0, line - 1)) })
        {
            var end = source.EndOfLine(start);
            if (ValueWithQuotedBeginning().Match(source.Text, start, end - start) is { Success: true, Groups: [_, var value] })
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The text in <c>'it's'</c>; a text that does not end as it begins is taken with its quotes.</summary>
    private static string Unquoted(string value) =>
        value.Length > 2 && value[0] == '\'' && value[^1] == '\'' ? value[1..^1] : value;

    // What else YamlDotNet says may repeat a part of the line.
    private static string Known(string message) =>
        Array.Exists(Meanings, meaning => message.Contains(meaning.Said, StringComparison.Ordinal)) ? message : "";

    private static string Sentence(string message)
    {
        foreach (var (said, meant) in Meanings)
        {
            if (message.Contains(said, StringComparison.Ordinal))
            {
                return meant;
            }
        }

        var sentence = message.TrimEnd('.');
        return sentence.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(sentence[0]) + sentence[1..];
    }

    [GeneratedRegex(@"\{.*:[ ]+(\$\{\w+\})")]
    private static partial Regex UnquotedVariable();

    [GeneratedRegex(@"^ *(\t)", RegexOptions.Multiline)]
    private static partial Regex TabIndentation();

    [GeneratedRegex(@"^[ -]*\w+:[ ]+((?:""[^""]*""|'[^']*')(?=[ ]*[^\s#,\]}""'])[^#]*?)\s*(?:[ ]#.*)?$")]
    private static partial Regex ValueWithQuotedBeginning();
}
