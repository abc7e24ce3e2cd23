using NewsAlerts.Messages.Texts;

namespace NewsAlerts.Messages;

/// <summary>What a message says of a notice: texts cleaned and cut, entries counted that are left out.</summary>
internal sealed record NoticeText
{
    private const int TitleLimit = 140;
    private const int MostParagraphs = 8;

    /// <summary>The one line that tells what it is about; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>What it says; none is empty.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The things that it tells of, in this order; no name is empty.</summary>
    public required IReadOnlyList<NoticeEntry> Entries { get; init; }

    /// <summary>How many more things there are than it tells of.</summary>
    public int More { get; init; }

    /// <summary>Where its action leads; null where it has none.</summary>
    public Uri? Link { get; init; }

    /// <summary>What its action is called; empty where it has none.</summary>
    public string Action { get; init; } = "";

    /// <summary>Why its reader gets it; empty where its paragraphs say so.</summary>
    public required string Why { get; init; }

    /// <summary>What it ends with, where it does not tell everything; null otherwise.</summary>
    public string? Closing => More == 0 ? null : Language.AndMore(More);

    /// <summary>The language that its texts are written in.</summary>
    public required Language Language { get; init; }

    /// <summary>What to say of a notice.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="limit">The most UTF-16 units that any text may take.</param>
    public static NoticeText Of(Notice notice, int limit)
    {
        var link = WebLink.Of(notice.Action?.Address.OriginalString);
        return new NoticeText
        {
            Title = ShortOr(Languages.Of(notice.Language).Untitled, notice.Title, Math.Min(limit, TitleLimit)),
            Paragraphs = [.. notice.Paragraphs.Select(text => Short(text, limit)).Where(text => text.Length > 0).Take(MostParagraphs)],
            Entries = [.. notice.Entries.Select(entry => entry with { Name = ShortOr("Unnamed", entry.Name, limit), Text = Short(entry.Text, limit) })],
            More = notice.More,
            Link = link,
            Action = link is null ? "" : ShortOr("Open", notice.Action?.Text, limit),
            Why = Short(notice.Why, limit),
            Language = Languages.Of(notice.Language),
        };
    }

    /// <summary>The same with so many of its entries at the most; the others are counted.</summary>
    public NoticeText First(int count) =>
        count >= Entries.Count ? this : this with { Entries = [.. Entries.Take(count)], More = Entries.Count - count + More };

    private static string ShortOr(string instead, string? text, int limit) =>
        Short(text, limit) is { Length: > 0 } shortened ? shortened : instead;

    private static string Short(string? text, int limit) => Graphemes.Cut(CleanText.Of(text), limit);
}
