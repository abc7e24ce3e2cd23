using System.Text.Json.Serialization;

namespace NewsAlerts.Archive;

/// <summary>
/// What waits for a destination behind the first alerts in its state, where that is more than one document should
/// hold: pages, each a document of its own, and what has come since the last of them was written. Alerts go in at the end
/// and come out at the beginning.
/// </summary>
public sealed record Backlog
{
    /// <summary>About how many bytes the alerts have that wait in the destination's document before pages are begun.</summary>
    public const int HeadBytes = 128_000;

    /// <summary>About how many bytes a page has; one alert may be longer.</summary>
    public const int PageBytes = 64_000;

    /// <summary>The pages, oldest first.</summary>
    public IReadOnlyList<WaitingPage> Pages { get; init; } = [];

    /// <summary>What has come since the last page was written, oldest first.</summary>
    public IReadOnlyList<PendingAlert> Newest { get; init; } = [];

    /// <summary>
    /// The number of the next page. It only grows: a page with a lower number that no state refers to is one that nobody
    /// will refer to.
    /// </summary>
    public int NextPage { get; init; }

    /// <summary>Whether nothing waits here.</summary>
    [JsonIgnore]
    public bool IsEmpty => Pages.Count == 0 && Newest.Count == 0;

    /// <summary>How many alerts wait here.</summary>
    [JsonIgnore]
    public int Count => Pages.Sum(page => page.Count) + Newest.Count;

    /// <summary>What of <see cref="Newest"/> makes the next page; empty while that is not enough for one.</summary>
    internal IReadOnlyList<PendingAlert> FullPage()
    {
        var count = CountWithin(Newest, PageBytes);
        return count < Newest.Count ? [.. Newest.Take(count)] : [];
    }

    /// <summary>How many of the first alerts have no more bytes than that; at least one.</summary>
    internal static int CountWithin(IReadOnlyList<PendingAlert> alerts, int mostBytes)
    {
        var (count, bytes) = (0, 0L);
        while (count < alerts.Count && (bytes += alerts[count].Bytes) <= mostBytes)
        {
            count++;
        }

        return Math.Min(Math.Max(count, 1), alerts.Count);
    }
}

/// <summary>A page of alerts that wait: where it is, and what is to be known of it without reading it.</summary>
/// <param name="Name">Its document's name, which never has another content.</param>
/// <param name="Count">How many alerts it holds.</param>
/// <param name="Oldest">When the first of them came, UTC.</param>
/// <param name="Newest">When the last of them came, UTC.</param>
public sealed record WaitingPage(string Name, int Count, DateTimeOffset Oldest, DateTimeOffset Newest)
{
    /// <summary>Rules that were muted while it waited: what they matched on it is not sent.</summary>
    public IReadOnlyList<string> Muted { get; init; } = [];
}
