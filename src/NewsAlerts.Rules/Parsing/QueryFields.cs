namespace NewsAlerts.Rules.Parsing;

/// <summary>The names by which a query speaks of an item's fields: <c>title:</c>, <c>site:</c> and so on.</summary>
public static class QueryFields
{
    private static readonly (string Name, TextField Field)[] Names =
    [
        ("title", TextField.Title),
        ("summary", TextField.Summary),
        ("body", TextField.Body),
        ("author", TextField.Author),
        ("feed", TextField.Feed),
        ("site", TextField.Site),
        ("link", TextField.Link),
        ("category", TextField.Category),
        ("lang", TextField.Language),
    ];

    /// <summary>What a person's name stands behind. It is no field, and may stand within one.</summary>
    public const string Name = "name";

    private const int FewestAlike = 3;

    private static readonly HashSet<string> ForeignNames =
    [
        "after", "before", "since", "until", "date", "year", "filetype", "ext", "cache", "related", "location", "loc",
        "to", "cc", "is", "has", "in",
    ];

    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["headline"] = "title",
        ["intitle"] = "title",
        ["description"] = "summary",
        ["content"] = "body",
        ["text"] = "body",
        ["by"] = "author",
        ["allintitle"] = "title",
        ["intext"] = "body",
        ["allintext"] = "body",
        ["inbody"] = "body",
        ["inauthor"] = "author",
        ["creator"] = "author",
        ["person"] = Name,
        ["people"] = Name,
        ["from"] = "feed",
        ["source"] = "feed",
        ["host"] = "site",
        ["domain"] = "site",
        ["url"] = "link",
        ["inurl"] = "link",
        ["allinurl"] = "link",
        ["tag"] = "category",
        ["topic"] = "category",
        ["subject"] = "category",
    };

    /// <summary>Every name, for a person to choose from.</summary>
    public static string List { get; } = string.Join(", ", Names.Select(entry => entry.Name).Append(Name).Select(name => $"`{name}:`"));

    /// <summary>What a field is called in a query, without its colon.</summary>
    public static string NameOf(TextField field) => Names[(int)field].Name;

    /// <summary>Whether it is the name of a field, or <see cref="Name"/>.</summary>
    public static bool IsName(ReadOnlySpan<char> name) => IsPerson(name) || Find(name) is not null;

    /// <summary>Whether it is <see cref="Name"/>.</summary>
    public static bool IsPerson(ReadOnlySpan<char> name) => name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The field of that name, whatever its case; null where there is none.</summary>
    public static TextField? Find(ReadOnlySpan<char> name)
    {
        foreach (var entry in Names)
        {
            if (name.Equals(entry.Name, StringComparison.OrdinalIgnoreCase))
            {
                return entry.Field;
            }
        }

        return null;
    }

    /// <summary>Whether other programs have a field of that name, and there is none like it here.</summary>
    public static bool IsForeign(string name) => ForeignNames.Contains(name.ToLowerInvariant());

    /// <summary>
    /// The name that was probably meant: what other programs call it, or one of whose letters the first half is the same; null
    /// where there is none.
    /// </summary>
    public static string? Guess(string name)
    {
        var lower = name.ToLowerInvariant();
        return OtherNames.TryGetValue(lower, out var other) ? other
            : IsForeign(lower) ? null
            : Names.Select(entry => entry.Name).Append(Name).MaxBy(known => Alike(known, lower)) is { } nearest
                && Alike(nearest, lower) >= Math.Max(FewestAlike, Math.Max(nearest.Length, lower.Length) / 2) ? nearest
            : null;
    }

    private static int Alike(string one, string other) => one.AsSpan().CommonPrefixLength(other);
}
