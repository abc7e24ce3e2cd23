namespace NewsAlerts.Feeds;

/// <summary>
/// The most that is taken of what a feed says, so that nothing downstream (a document, a log, a table, a message) is as long
/// as a stranger likes. What is longer is cut where it enters; an address is left out, since half of one leads elsewhere.
/// </summary>
public static class FeedLimits
{
    /// <summary>Characters of a title, the feed's own or an item's.</summary>
    public const int Title = 1_000;

    /// <summary>Characters of a reason.</summary>
    public const int Reason = 300;

    /// <summary>Characters of a name: a person's, a category's, an element's, a media type's, a language's.</summary>
    public const int Name = 300;

    /// <summary>Characters of an address.</summary>
    public const int Address = 4_000;

    /// <summary>Characters of a validator, which a server gives to be handed back.</summary>
    public const int Validator = 1_000;

    /// <summary>Characters of a teaser or full text. No article is as long; a book in one item would be.</summary>
    public const int Text = 1_000_000;

    /// <summary>Entries of a list: authors, categories, files, hubs.</summary>
    public const int Entries = 500;

    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = longest - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    /// <summary>The document with everything in it cut.</summary>
    public static FeedDocument Apply(FeedDocument document) => document with
    {
        Title = CutOrNull(document.Title, Title),
        Link = Whole(document.Link),
        Id = Identifier(document.Id),
        Description = CutOrNull(document.Description, Text),
        Language = CutOrNull(document.Language, Name),
        Authors = Names(document.Authors),
        Hints = document.Hints with { Hubs = Addresses(document.Hints.Hubs), Self = Whole(document.Hints.Self) },
        Items = document.Items.All(IsWithin) ? document.Items : [.. document.Items.Select(Apply)],
    };

    /// <summary>The address; null where it is too long for one.</summary>
    public static string? Whole(string? address) => address?.Length > Address ? null : address;

    private static bool IsWithin(Item item) =>
        (item.Title?.Length ?? 0) <= Title
        && (item.Link?.Length ?? 0) <= Address
        && (item.Guid?.Length ?? 0) <= Title
        && (item.Summary?.Length ?? 0) <= Text
        && (item.Content?.Length ?? 0) <= Text
        && (item.Language?.Length ?? 0) <= Name
        && AreWithin(item.Authors) && AreWithin(item.Categories)
        && (item.Source?.Name?.Length ?? 0) <= Name
        && (item.Source?.Url?.Length ?? 0) <= Address
        && item.Enclosures.Count <= Entries
        && item.Enclosures.All(file => file.Url.Length <= Address && (file.Type?.Length ?? 0) <= Name);

    private static bool AreWithin(IReadOnlyList<string> names) => names.Count <= Entries && names.All(name => name.Length <= Name);

    private static Item Apply(Item item) => item with
    {
        Guid = Identifier(item.Guid),
        Title = CutOrNull(item.Title, Title),
        Link = Whole(item.Link),
        Authors = Names(item.Authors),
        Summary = CutOrNull(item.Summary, Text),
        Content = CutOrNull(item.Content, Text),
        Categories = Names(item.Categories),
        Language = CutOrNull(item.Language, Name),
        Source = item.Source is { } source ? new ItemSource(CutOrNull(source.Name, Name), Whole(source.Url)) : null,
        Enclosures = [.. item.Enclosures
            .Where(file => Whole(file.Url) is not null)
            .Select(file => file with { Type = CutOrNull(file.Type, Name) })
            .Take(Entries)],
    };

    private static string? CutOrNull(string? text, int longest) => text is null ? null : Cut(text, longest);

    // Two that begin alike stay two.
    private static string? Identifier(string? id) =>
        id?.Length > Title ? $"{Cut(id, Title - 40)}{StableHash.Of(id, 16)}" : id;

    private static IReadOnlyList<string> Names(IReadOnlyList<string> names) =>
        AreWithin(names) ? names : [.. names.Take(Entries).Select(name => Cut(name, Name))];

    private static IReadOnlyList<string> Addresses(IReadOnlyList<string> addresses) =>
        [.. addresses.Where(address => Whole(address) is not null).Take(Entries)];
}
