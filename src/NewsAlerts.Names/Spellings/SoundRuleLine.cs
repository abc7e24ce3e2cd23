using System.Globalization;
using NewsAlerts.Names.People;

namespace NewsAlerts.Names.Spellings;

/// <summary>Reads one line of a <see cref="SoundTable"/>.</summary>
internal static class SoundRuleLine
{
    public static SoundRule Read(string line, int rank)
    {
        var (group, outcomes) = Cut(line, " : ");
        var before = TakeNeighbours(ref group, atStart: true);
        var after = TakeNeighbours(ref group, atStart: false);
        return new(group, before, after, [.. outcomes.Split(' ').Select(ReadOutcome)], rank);
    }

    private static Neighbours? TakeNeighbours(ref string group, bool atStart)
    {
        var (anchor, open, close) = atStart
            ? (group[0], 0, group.IndexOf(')'))
            : (group[^1], group.LastIndexOf('('), group.Length - 1);
        if (anchor is Neighbours.Start or Neighbours.End)
        {
            group = atStart ? group[1..] : group[..^1];
            return new(anchor.ToString(), false);
        }

        if (anchor != (atStart ? '(' : ')'))
        {
            return null;
        }

        var letters = group[(open + 1)..close];
        group = atStart ? group[(close + 1)..] : group[..open];
        return letters[0] == '!' ? new(letters[1..], true) : new(letters, false);
    }

    private static Spelling ReadOutcome(string text)
    {
        var tilde = text.LastIndexOf('~');
        var letters = tilde < 0 ? text : text[..tilde];
        var cost = tilde < 0 ? 0 : int.Parse(text.AsSpan(tilde + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return new(letters == "-" ? "" : letters, cost);
    }

    private static (string Left, string Right) Cut(string line, string separator)
    {
        var at = line.IndexOf(separator, StringComparison.Ordinal);
        return (line[..at].Trim(), line[(at + separator.Length)..].Trim());
    }
}
