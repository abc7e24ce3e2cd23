using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands;

/// <summary>Says what is wrong in a line: where, what, the line with a mark under the place, and what was probably meant.</summary>
internal static class MatchMistake
{
    public static string Describe(string path, int line, string text, QueryMistake mistake)
    {
        // Tabs stay, so that the mark stands under its place.
        var indent = string.Concat(text.Take(mistake.Start).Select(character => character == '\t' ? '\t' : ' '));
        var described = $"""
            {path}:{line}:{mistake.Start + 1}: {mistake.Message}
              {text}
              {indent}{new string('^', Math.Max(1, mistake.Length))}
            """;
        return mistake.Suggestion is { } suggestion
            ? $"{described}{Environment.NewLine}  Did you mean: {Replace(text, mistake, suggestion)}"
            : described;
    }

    private static string Replace(string text, QueryMistake mistake, string suggestion) =>
        string.Concat(text.AsSpan(0, mistake.Start), suggestion, text.AsSpan(mistake.Start + mistake.Length)).Trim();
}
