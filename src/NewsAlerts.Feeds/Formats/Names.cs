using NewsAlerts.Feeds.Markup;

namespace NewsAlerts.Feeds.Formats;

/// <summary>Short ways to write the names of elements.</summary>
internal static class Names
{
    public static MarkupName Core(string local) => new(Vocabulary.Core, local);

    public static MarkupName Atom(string local) => new(Vocabulary.Atom, local);

    public static MarkupName Dc(string local) => new(Vocabulary.DublinCore, local);

    public static MarkupName Terms(string local) => new(Vocabulary.DublinCoreTerms, local);

    public static MarkupName Media(string local) => new(Vocabulary.Media, local);

    public static MarkupName Itunes(string local) => new(Vocabulary.Itunes, local);

    public static MarkupName Other(Vocabulary vocabulary, string local) => new(vocabulary, local);
}
