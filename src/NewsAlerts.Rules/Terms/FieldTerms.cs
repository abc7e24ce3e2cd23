using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Matching;

namespace NewsAlerts.Rules.Terms;

/// <summary>
/// The terms of the fields beside the texts. Each begins with a mark of its field, so that no word of a text is ever one of
/// them. Authors, categories and links are cut into words; of a site, a feed and a language the whole name is one term.
/// </summary>
internal static class FieldTerms
{
    // Control characters, which no folded word has.
    private const char FirstMark = '\u0010';

    /// <summary>The first field that is none of the texts.</summary>
    public const TextField First = TextField.Author;

    /// <summary>Whether the field is none of the texts, and is found only where a query names it.</summary>
    public static bool IsMarked(TextField field) => field >= First;

    /// <summary>Whether a field's values are compared as a whole.</summary>
    public static bool IsWhole(TextField field) => field is TextField.Feed or TextField.Site or TextField.Language;

    /// <summary>What the terms of a field begin with.</summary>
    public static char MarkOf(TextField field) => (char)(FirstMark + (int)field);

    /// <summary>The field that a term belongs to; null where it is a word of the texts.</summary>
    public static TextField? FieldOf(ReadOnlySpan<char> term) =>
        !term.IsEmpty && term[0] - FirstMark is >= (int)First and <= (int)TextField.Language and var field ? (TextField)field : null;

    /// <summary>The term, without its mark, by which a query's value of a whole field is found; null where it cannot be one.</summary>
    public static string? Whole(TextField field, string value) => field switch
    {
        TextField.Site => SiteName.Normalize(value),
        TextField.Language => LanguageTag.Normalize(value),
        _ => Folded.Of(value) is { Length: > 0 } label ? label : null,
    };
}
