using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace NewsAlerts.Configuration.Nodes;

/// <summary>Says what is wrong with a text that is not YAML, and guesses at the usual reasons.</summary>
internal static partial class SyntaxMistake
{
    /// <summary>Reports what YamlDotNet says, or something better where the reason is a usual one.</summary>
    public static void Report(Mark from, Mark to, string message, MistakeList mistakes)
    {
        var source = mistakes.Source;
        var place = (int)Math.Min(from.Index, source.Text.Length);
        var end = (int)to.Index;
        var (lineNumber, column) = source.Position(place);
        foreach (var number in new[] { lineNumber, lineNumber - 1 })
        {
            var line = source.Line(number);
            var start = place - column + 1;
            if (number != lineNumber)
            {
                start = StartOfPreviousLine(source, start);
            }

            if (Indentation().Match(line) is { Success: true, Groups: [_, var tab] })
            {
                mistakes.Add(start + tab.Index, start + tab.Index + 1, "a tab cannot indent YAML: use spaces");
                return;
            }

            if (QuotedStart().Match(line) is { Success: true, Groups: [_, var value] })
            {
                mistakes.Add(
                    start + value.Index,
                    start + value.Index + value.Length,
                    "text follows a quoted beginning: quote the whole value",
                    $"'{value.Value.Replace("'", "''", StringComparison.Ordinal)}'");
                return;
            }
        }

        mistakes.Add(place, end, $"this is not YAML: {Sentence(message)}");
    }

    private static int StartOfPreviousLine(SourceText source, int start)
    {
        var end = Math.Max(0, start - (start > 1 && source.Text[start - 2] == '\r' && source.Text[start - 1] == '\n' ? 2 : 1));
        return end - source.Position(end).Column + 1;
    }

    private static string Sentence(string message)
    {
        if (message.Contains("Mapping values are not allowed", StringComparison.Ordinal))
        {
            return "a value with ': ' in it must be quoted";
        }

        var sentence = message.TrimEnd('.');
        return sentence.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(sentence[0]) + sentence[1..];
    }

    [GeneratedRegex(@"^ *(\t)")]
    private static partial Regex Indentation();

    /// <summary><c>when: "Hong Kong" AND Taiwan</c>, which looks right to everybody but YAML.</summary>
    [GeneratedRegex(@"^[ -]*\w+:[ ]+(""[^""]*""[ ]*[^\s#,\]}""][^""#]*(?:""[^""]*""[^""#]*)*?)\s*(?:[ ]#.*)?$")]
    private static partial Regex QuotedStart();
}
