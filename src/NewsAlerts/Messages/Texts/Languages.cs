namespace NewsAlerts.Messages.Texts;

/// <summary>The languages that messages are written in: a new one is a file, and a line here.</summary>
internal static class Languages
{
    /// <summary>What is spoken where nothing else is asked for.</summary>
    public static readonly ILanguage English = new English();

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ILanguage> All = [English, new German(), new French(), new Spanish()];

    /// <summary>
    /// The language of a tag (BCP 47), as RFC 4647 §3.4 looks it up: <c>de-AT</c> is German. Null where there is none.
    /// </summary>
    public static ILanguage? Find(string tag)
    {
        var primary = tag.Split('-')[0];
        return All.FirstOrDefault(language => language.Tag.Equals(primary, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The language of a tag; English where there is none.</summary>
    public static ILanguage Of(string tag) => Find(tag) ?? English;
}
