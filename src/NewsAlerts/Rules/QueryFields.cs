namespace NewsAlerts.Rules;

/// <summary>The names by which a query speaks of an item's fields: <c>title:</c>, <c>site:</c> and so on.</summary>
internal static class QueryFields
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

    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["headline"] = "title",
        ["intitle"] = "title",
        ["description"] = "summary",
        ["content"] = "body",
        ["text"] = "body",
        ["by"] = "author",
        ["person"] = Name,
        ["from"] = "feed",
        ["source"] = "feed",
        ["host"] = "site",
        ["domain"] = "site",
        ["url"] = "link",
        ["inurl"] = "link",
        ["tag"] = "category",
        ["topic"] = "category",
        ["subject"] = "category",
    };

    /// <summary>Every name, for a person to choose from.</summary>
    public static string List { get; } = string.Join(", ", Names.Select(entry => entry.Name).Append(Name).Select(name => $"`{name}:`"));

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

    /// <summary>The name that was probably meant: what other programs call it, or one that begins alike; null where none does.</summary>
    public static string? Guess(string name)
    {
        var lower = name.ToLowerInvariant();
        return OtherNames.TryGetValue(lower, out var other) ? other
            : Names.Select(entry => entry.Name).MaxBy(known => Alike(known, lower)) is { } nearest && Alike(nearest, lower) > 0 ? nearest
            : null;
    }

    private static int Alike(string one, string other) => one.AsSpan().CommonPrefixLength(other);
}
