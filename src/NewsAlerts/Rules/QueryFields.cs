namespace NewsAlerts.Rules;

/// <summary>The names by which a query speaks of an item's texts: <c>title:</c>, <c>summary:</c>, <c>body:</c>.</summary>
internal static class QueryFields
{
    private static readonly (string Name, TextField Field)[] Names =
    [
        ("title", TextField.Title),
        ("summary", TextField.Summary),
        ("body", TextField.Body),
    ];

    /// <summary>Every name, for a person to choose from.</summary>
    public static string List { get; } = string.Join(", ", Names.Select(entry => $"`{entry.Name}:`"));

    public static string NameOf(TextField field) => Names[(int)field].Name;

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

    /// <summary>The name that was probably meant: one that begins alike; null where none does.</summary>
    public static string? Guess(ReadOnlySpan<char> name)
    {
        foreach (var entry in Names)
        {
            if (name.Length > 0 && char.ToLowerInvariant(name[0]) == entry.Name[0])
            {
                return entry.Name;
            }
        }

        return null;
    }
}
