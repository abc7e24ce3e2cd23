namespace NewsAlerts.Names.Spellings;

/// <summary>
/// The case forms of men's names in the Slavic languages that are written in Latin letters: Polish, Czech, Slovak,
/// Croatian. The accusative in -a, which is also a woman's family name, is one of them.
/// </summary>
internal static class LatinCases
{
    private const int Shortest = 4;

    private static readonly (string Ending, string[] Forms)[] Declensions =
    [
        ("ski", ["skiego", "skiemu", "skim"]),
        ("cki", ["ckiego", "ckiemu", "ckim"]),
        ("sky", ["skeho", "skemu", "skym"]),
        ("k", ["ka", "kiem", "kem", "kowi", "kovi"]),
        ("g", ["ga", "giem", "gem", "gowi", "govi"]),
        ("w", ["wa", "wem", "wowi"]),
        ("v", ["va", "vem", "vovi", "vom", "vu"]),
        ("a", ["y", "ie", "ou", "ovi", "u"]),
    ];

    private static readonly string[] ConsonantEndings = ["a", "em", "owi", "ovi", "om"];

    private static readonly string[] Endings =
    [
        "skiego", "skiemu", "skim", "skeho", "skemu", "skym", "iem", "owi", "ovi", "em", "om", "ie", "ou", "a", "y",
        "u",
    ];

    /// <summary>The case forms of a folded name, without the name itself; none where it is not declined.</summary>
    public static IEnumerable<string> Of(string name)
    {
        if (name.Length < Shortest)
        {
            return [];
        }

        var found = Array.Find(Declensions, entry => name.EndsWith(entry.Ending, StringComparison.Ordinal));
        return found.Ending is { } ending ? found.Forms.Select(form => name[..^ending.Length] + form)
            : "eiouy".Contains(name[^1], StringComparison.Ordinal) ? []
            : ConsonantEndings.Select(form => name + form);
    }

    /// <summary>The names that a folded word can be a case form of.</summary>
    public static IEnumerable<string> NamesOf(string word) => Endings
        .Where(ending => word.Length >= Shortest + ending.Length - 1 && word.EndsWith(ending, StringComparison.Ordinal))
        .Select(ending => word[..^ending.Length])
        .SelectMany(stem => new[] { stem, stem + "a", stem + "ski", stem + "sky" })
        .Where(name => Of(name).Contains(word));
}
