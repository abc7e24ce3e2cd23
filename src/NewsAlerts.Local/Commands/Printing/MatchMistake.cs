using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Local.Commands.Printing;

/// <summary>Says what is wrong in a line: where, what, the line with a mark under the place, and what was probably meant.</summary>
internal static class MatchMistake
{
    public static string Describe(string path, int line, string text, QueryMistake mistake)
    {
        // Tabs stay, so that the mark stands under its place.
        var indent = string.Concat(text.Take(mistake.Start).Select(character => character == '\t' ? '\t' : ' '));
        var place = $"{path}:{line}:{mistake.Start + 1}:";
        var described = $"""
            {place}{string.Join(Environment.NewLine, Lines.Fold(mistake.Message, place.Length))}
              {text}
              {indent}{new string('^', Math.Max(1, mistake.Length))}
            """;
        return MendedQuery.Of(text, mistake) is { } meant ? $"{described}{Environment.NewLine}  Did you mean: {meant}" : described;
    }
}
