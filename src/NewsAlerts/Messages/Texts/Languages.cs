namespace NewsAlerts.Messages.Texts;

/// <summary>The languages that messages are written in: a new one is a file of texts here and one for the pages, and a line below.</summary>
internal static class Languages
{
    /// <summary>All of them, what is spoken where nothing else is asked for first.</summary>
    public static readonly IReadOnlyList<Language> All =
    [
        Of("en", count => count == 1),
        Of("de", count => count == 1),
        Of("fr", count => count is 0 or 1),
        Of("es", count => count == 1),
    ];

    /// <summary>What is spoken where nothing else is asked for.</summary>
    public static Language English => All[0];

    /// <summary>
    /// The language of a tag (BCP 47), as RFC 4647 §3.4 looks it up: <c>de-AT</c> is German. Null where there is none.
    /// </summary>
    public static Language? Find(string tag)
    {
        var primary = tag.Split('-')[0];
        return All.FirstOrDefault(language => language.Tag.Equals(primary, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The language of a tag; English where there is none.</summary>
    public static Language Of(string tag) => Find(tag) ?? English;

    private static Language Of(string tag, Func<int, bool> isOne) => new(new TextTable(typeof(Languages).Assembly, "messages", tag, isOne));
}
