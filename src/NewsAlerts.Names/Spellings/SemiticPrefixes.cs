namespace NewsAlerts.Names.Spellings;

/// <summary>
/// The words of one letter that Hebrew and Arabic write together with the next one: and, to, in, from, that, so.
/// </summary>
internal static class SemiticPrefixes
{
    private const string Hebrew = "ולבמש";
    private const string Arabic = "ولبف";
    private const string Article = "ال";

    // Behind a shorter name there is too often another word.
    private const int Shortest = 3;

    /// <summary>A name with each of them before it; none for a short name.</summary>
    public static IEnumerable<string> Of(string name, Script script) => name.Length <= Shortest ? []
        : LettersOf(script).Select(letter => letter == 'ل' && name.StartsWith(Article, StringComparison.Ordinal)
            ? "لل" + name[Article.Length..]
            : letter + name);

    /// <summary>The word behind a prefix; null where a word does not start with one.</summary>
    public static string? Without(string word) => word switch
    {
        ['ل', 'ل', _, _, _, ..] => Article + word[2..],
        { Length: > Shortest } when LettersOf(Scripts.Of(word)).Contains(word[0], StringComparison.Ordinal) =>
            word[1..],
        _ => null,
    };

    private static string LettersOf(Script script) => script switch
    {
        Script.Hebrew => Hebrew,
        Script.Arabic => Arabic,
        _ => "",
    };
}
