using NewsAlerts.Messages;

namespace NewsAlerts.Channels;

/// <summary>Finds how much one message carries.</summary>
internal static class Fit
{
    /// <summary>Up to how long each text of a notice may be, tried in this order.</summary>
    private static readonly int[] TextLimits = [1_000, 500, 250, 120, 60];

    /// <summary>How many of these limits leave texts that tell what they are about.</summary>
    private const int Telling = 3;

    /// <summary>
    /// As much of a notice as fits: all of it where it does; fewer entries, and a count of the rest, before its texts are
    /// cut so short that they tell nothing; always at least one entry.
    /// </summary>
    /// <param name="notice">The notice.</param>
    /// <param name="most">The most entries, even where more would fit.</param>
    /// <param name="fits">Whether a message of this text keeps its channel's limits.</param>
    public static NoticeText Notice(Notice notice, int most, Func<NoticeText, bool> fits)
    {
        var texts = TextLimits.Select(limit => NoticeText.Of(notice, limit).First(most)).ToList();
        return texts.Take(Telling).FirstOrDefault(fits)
            ?? texts.Skip(Telling - 1).Select(Fewer).FirstOrDefault(fits)
            ?? texts[^1].First(1);

        NoticeText Fewer(NoticeText text) => text.First(Largest(text.Entries.Count, count => fits(text.First(count))));
    }

    /// <summary>
    /// The largest count from 1 to <paramref name="most"/> that fits, for a message that only grows with its count; 1
    /// where not even 2 fit, since a single alert is always made to fit.
    /// </summary>
    public static int Largest(int most, Func<int, bool> fits)
    {
        var (fitting, above) = (1, most + 1);
        while (above - fitting > 1)
        {
            var middle = (fitting + above) / 2;
            (fitting, above) = fits(middle) ? (middle, above) : (fitting, middle);
        }

        return fitting;
    }
}
