using NewsAlerts.Messages.Texts;

namespace NewsAlerts.Messages;

/// <summary>What a message says of itself where it is a digest, or a part of one: alerts that were held, told together.</summary>
/// <param name="From">When the time begins whose alerts it tells, UTC.</param>
/// <param name="Until">When that time ends, UTC.</param>
/// <param name="TimeZone">The reader's time zone, by its id in the IANA database.</param>
public sealed record Digest(DateTimeOffset From, DateTimeOffset Until, string TimeZone)
{
    /// <summary>Which part of the digest it is, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>How many parts the digest has.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>How many alerts of the time it only counts, since they were too many to show.</summary>
    public int More { get; init; }

    /// <summary>What it is, in a few words: <c>Digest of 20 Nov 22:00 to 21 Nov 07:00 (2 of 3)</c>.</summary>
    internal string TitleIn(Language language)
    {
        var title = language.DigestOf(ReaderTime.Local(From, TimeZone), ReaderTime.Local(Until, TimeZone));
        return Parts > 1 ? $"{title} ({language.PartOf(Part, Parts)})" : title;
    }
}
