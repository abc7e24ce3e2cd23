using System.Globalization;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>
/// Reads a text file with one query a line. A rule's name is its line's number, from 1; blank lines and comments count as
/// lines and are no rules. A comment is <c>#</c> with a space or nothing after it: <c>#word</c> is a query.
/// </summary>
internal sealed class MatchQueryLines(string path)
{
    private readonly List<int> _lines = [];
    private readonly List<string> _mistakes = [];
    private readonly List<string> _hints = [];

    public MatchRules Load()
    {
        var matcher = RuleMatcher.Compile(Read());
        return new(matcher, rule => _lines[rule].ToString(CultureInfo.InvariantCulture), _mistakes)
        {
            Hints = _hints,
        };
    }

    private IEnumerable<Query> Read()
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (IsPassedOver(line))
            {
                continue;
            }

            var result = QueryParser.Parse(line);
            if (result.IsQuery)
            {
                _lines.Add(number);
                _hints.AddRange(QueryHints.Of(line).Select(hint => MatchMistake.Describe(path, number, line, hint)));
                yield return result.Query;
            }
            else
            {
                _mistakes.Add(MatchMistake.Describe(path, number, line, result.Mistake));
            }
        }
    }

    private static bool IsPassedOver(string line) =>
        string.IsNullOrWhiteSpace(line) || (line[0] == '#' && (line.Length == 1 || char.IsWhiteSpace(line[1])));
}
