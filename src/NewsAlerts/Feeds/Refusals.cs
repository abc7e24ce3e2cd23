using NewsAlerts.Http;
using NewsAlerts.Items;

namespace NewsAlerts.Feeds;

/// <summary>
/// Who refused us, for the time of a round: a domain of which two feeds were refused is left alone, with all its feeds,
/// until the later of the two may be asked again. Safe for use by several polls at once.
/// </summary>
/// <param name="known">What was known before the round.</param>
internal sealed class Refusals(IReadOnlyList<Refusal> known)
{
    /// <summary>So many refused feeds of a domain are no matter of theirs.</summary>
    public const int FeedsThatTell = 2;

    /// <summary>The longest time for which a domain is left alone for its other feeds' sake.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly List<Refusal> _new = [];

    /// <summary>Those of this round.</summary>
    public IReadOnlyList<Refusal> New
    {
        get
        {
            lock (_lock)
            {
                return [.. _new];
            }
        }
    }

    /// <summary>Takes note that a feed was refused.</summary>
    /// <param name="feedUrl">The feed's configured address.</param>
    /// <param name="address">The address that refused.</param>
    /// <param name="until">Until when we leave the feed alone.</param>
    public void Add(string feedUrl, string address, DateTimeOffset until)
    {
        lock (_lock)
        {
            _new.Add(new Refusal(DomainOf(address), StableHash.Of(feedUrl, 8), until));
        }
    }

    /// <summary>Until when an address is to be left alone; null where it need not be.</summary>
    public DateTimeOffset? Until(string address, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (known.Count + _new.Count < FeedsThatTell)
            {
                return null;
            }

            var domain = DomainOf(address);
            var refused = known.Concat(_new).Where(refusal => refusal.Domain == domain && refusal.Until > now).ToList();
            var until = refused.Count == 0 ? now : refused.Max(refusal => refusal.Until);
            return refused.DistinctBy(refusal => refusal.Feed).Count() < FeedsThatTell ? null
                : until - now > Longest ? now + Longest
                : until;
        }
    }

    private static string DomainOf(string address) => RegistrableDomain.Of(WebAddress.HostOf(address));
}
