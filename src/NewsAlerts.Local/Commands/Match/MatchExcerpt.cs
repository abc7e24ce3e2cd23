using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>Cuts a text into pieces that are lit up or not.</summary>
internal static class MatchExcerpt
{
    // With what is around it, about two lines of a terminal.
    private const int Around = 70;

    /// <summary>A whole field.</summary>
    public static List<(string Text, bool Lit)> Whole(in ItemText item, TextField field, IEnumerable<WordMatch> places) =>
        Cut(item[field], 0, item[field].Length, places.Where(place => place.Field == field));

    /// <summary>A field's first place, which there must be, and some text around it.</summary>
    public static List<(string Text, bool Lit)> AroundFirst(in ItemText item, TextField field, IEnumerable<WordMatch> places)
    {
        var text = item[field];
        var here = places.Where(place => place.Field == field).OrderBy(place => place.Start).ToList();
        var start = Math.Max(0, here[0].Start - Around);
        var end = Math.Min(text.Length, here[0].Start + here[0].Length + Around);
        var pieces = Cut(text, start, end, here.Where(place => place.Start + place.Length <= end));
        return [(start > 0 ? "…" : "", false), .. pieces, (end < text.Length ? "…" : "", false)];
    }

    private static List<(string Text, bool Lit)> Cut(string text, int start, int end, IEnumerable<WordMatch> places)
    {
        var pieces = new List<(string Text, bool Lit)>();
        var at = start;
        foreach (var place in places.OrderBy(place => place.Start).ThenByDescending(place => place.Length))
        {
            // Several rules may have met the same words.
            if (place.Start >= at)
            {
                pieces.Add((text[at..place.Start], false));
                pieces.Add((text.Substring(place.Start, place.Length), true));
                at = place.Start + place.Length;
            }
        }

        pieces.Add((text[at..end], false));
        return pieces;
    }
}
