using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Http;

namespace NewsAlerts.Polling.Pace;

/// <summary>
/// Who refused us, for the time of a round. Two refused feeds of a domain may be two dead routes of a host whose others are
/// well, so from then on its feeds are asked one after the other: the first that answers clears the domain, and a third that is
/// refused makes all of them wait. Safe for use by several polls at once.
/// </summary>
/// <param name="known">What was known before the round.</param>
/// <param name="isOwn">Whether an address belongs to a host of our own, which is never left alone.</param>
internal sealed class Refusals(IReadOnlyList<Refusal> known, Func<string, bool> isOwn)
{
    /// <summary>So many refused feeds of a domain, with none that answered in between, are no matter of theirs.</summary>
    public const int FeedsThatTell = 3;

    /// <summary>The longest time for which a domain is left alone for its other feeds' sake.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private const int FeedsThatMakeDoubt = FeedsThatTell - 1;

    private readonly Lock _lock = new();
    private readonly List<Refusal> _new = [];
    private readonly HashSet<string> _answered = [];
    private readonly Dictionary<string, TaskCompletionSource> _alone = [];

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

    /// <summary>The domains of which a feed has answered in this round: what was known of them before counts no more.</summary>
    public IReadOnlySet<string> Answered
    {
        get
        {
            lock (_lock)
            {
                return _answered.ToHashSet();
            }
        }
    }

    /// <summary>
    /// Waits until it is known whether an address may be asked. Where <see cref="Turn.Until"/> is null it may, and the turn
    /// lasts until it is disposed.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Turn> EnterAsync(string address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task other;
            lock (_lock)
            {
                // Most rounds know of no refusal at all, and look up no domain.
                if (known.Count + _new.Count < FeedsThatMakeDoubt)
                {
                    return new Turn(this, null, null);
                }

                var domain = DomainOf(address);
                var refused = isOwn(address) ? [] : Current(domain, now);
                if (refused.Count >= FeedsThatTell)
                {
                    return new Turn(this, null, refused.Max(refusal => refusal.Until));
                }

                if (refused.Count < FeedsThatMakeDoubt)
                {
                    return new Turn(this, null, null);
                }

                if (!_alone.TryGetValue(domain, out var alone))
                {
                    _alone[domain] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    return new Turn(this, domain, null);
                }

                other = alone.Task;
            }

            await other.WaitAsync(cancellationToken);
        }
    }

    private static string DomainOf(string address) => RegistrableDomain.Of(WebAddress.HostOf(address));

    private List<Refusal> Current(string domain, DateTimeOffset now) =>
    [
        .. (_answered.Contains(domain) ? _new : known.Concat(_new))
            .Where(refusal => refusal.Domain == domain && refusal.Until > now)
            .DistinctBy(refusal => refusal.Feed),
    ];

    private void Add(string feedUrl, string address, DateTimeOffset until)
    {
        lock (_lock)
        {
            _new.Add(new Refusal(DomainOf(address), StableHash.Of(feedUrl, 8), until));
        }
    }

    private void Clear(string address)
    {
        var domain = DomainOf(address);
        lock (_lock)
        {
            _answered.Add(domain);
            _new.RemoveAll(refusal => refusal.Domain == domain);
        }
    }

    private void Leave(string domain)
    {
        lock (_lock)
        {
            if (_alone.Remove(domain, out var alone))
            {
                alone.SetResult();
            }
        }
    }

    /// <summary>One feed's turn to ask a domain.</summary>
    /// <param name="refusals">What its end is told to.</param>
    /// <param name="alone">The domain that nobody else asks meanwhile; null where others may.</param>
    /// <param name="until">Until when the domain is left alone; null where it may be asked.</param>
    internal sealed class Turn(Refusals refusals, string? alone, DateTimeOffset? until) : IDisposable
    {
        /// <summary>Until when the address is to be left alone, UTC; null where it may be asked now.</summary>
        public DateTimeOffset? Until => until;

        /// <summary>Takes note that the feed was refused.</summary>
        /// <param name="feedUrl">The feed's configured address.</param>
        /// <param name="address">The address that refused.</param>
        /// <param name="now">The time, UTC.</param>
        /// <param name="wait">For how long the feed itself waits.</param>
        public void Refuse(string feedUrl, string address, DateTimeOffset now, TimeSpan wait) =>
            refusals.Add(feedUrl, address, now + (wait < Longest ? wait : Longest));

        /// <summary>Takes note that the domain of an address answered as it should.</summary>
        public void Answer(string address) => refusals.Clear(address);

        /// <summary>Lets the next feed ask.</summary>
        public void Dispose()
        {
            if (alone is not null)
            {
                refusals.Leave(alone);
            }
        }
    }
}
