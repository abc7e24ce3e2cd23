using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace NewsAlerts.Configuration.Nodes;

/// <summary>Says what is wrong with a text that is not YAML, and guesses at the usual reasons.</summary>
internal static partial class SyntaxMistake
{
    public static void Report(YamlException exception, MistakeList mistakes)
    {
        var source = mistakes.Source;
        var place = (int)Math.Min(exception.Start.Index, source.Text.Length);
        var end = (int)exception.End.Index;
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

        mistakes.Add(place, end, $"this is not YAML: {Sentence(exception)}");
    }

    private static int StartOfPreviousLine(SourceText source, int start)
    {
        var end = Math.Max(0, start - (start > 1 && source.Text[start - 2] == '\r' && source.Text[start - 1] == '\n' ? 2 : 1));
        return end - source.Position(end).Column + 1;
    }

    private static string Sentence(YamlException exception)
    {
        if (exception.Message.Contains("Mapping values are not allowed", StringComparison.Ordinal))
        {
            return "a value with ': ' in it must be quoted";
        }

        var sentence = exception.Message.TrimEnd('.');
        return sentence.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(sentence[0]) + sentence[1..];
    }

    [GeneratedRegex(@"^ *(\t)")]
    private static partial Regex Indentation();

    /// <summary><c>when: "Hong Kong" AND Taiwan</c>, which looks right to everybody but YAML.</summary>
    [GeneratedRegex(@"^[ -]*\w+:[ ]+(""[^""]*""[ ]*[^\s#,\]}""][^""#]*(?:""[^""]*""[^""#]*)*?)\s*(?:[ ]#.*)?$")]
    private static partial Regex QuotedStart();
}
