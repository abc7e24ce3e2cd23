using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Delivery.Sequences;

/// <summary>Lets a sequence happen to one destination of a service in memory, then all be well, and says which promise was broken.</summary>
internal sealed class DestinationRun : IDisposable
{
    private const string Desk = "desk";

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    // What failed is tried again within a day; and a digest an hour, or three messages an hour, send all that a sequence finds.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(4);

    private readonly Sequence _sequence;
    private readonly List<bool> _taken = [];
    private readonly List<string> _found = [];
    private readonly RecordingChannel _channel;
    private readonly TestService _service;
    private readonly TestService _other;
    private bool _isUp = true;
    private int _stuck;

    public DestinationRun(Sequence sequence)
    {
        _sequence = sequence;
        _channel = new RecordingChannel(_ => Answer());
        _service = new TestService(Configuration(sequence), _channel);
        _other = _service.Beside();
    }

    /// <summary>Runs it. Returns which promise was broken; null where all were kept.</summary>
    public async Task<string?> RunAsync()
    {
        foreach (var (what, howMuch) in _sequence.Steps)
        {
            await HappenAsync(what, howMuch);
        }

        _service.CrashBeforeWrite(-1);
        _isUp = true;
        for (var waited = TimeSpan.Zero; waited < LongestWait && !IsAllSent; waited += Step)
        {
            await SettleAsync();
        }

        // What would be sent twice is sent by then.
        for (var round = 0; round < 3; round++)
        {
            await SettleAsync();
        }

        return Broken();
    }

    public void Dispose()
    {
        _service.Dispose();
        _other.Dispose();
    }

    private IEnumerable<OutgoingMessage> Taken => _channel.Attempts.Where((_, index) => _taken[index]);

    // A digest begins with the newest, and so does what an hour's most has held; each delivery that failed is tried again in its own
    // time, and a message that is stuck is overtaken.
    private bool IsInOrder => _sequence.Timing is { Digests: null, MostAnHour: null }
        && !_sequence.Steps.Any(step => step.What is Happening.WrongClock or Happening.Down or Happening.Stuck);

    private bool IsAllSent => Taken.SelectMany(message => message.Alerts).Select(alert => alert.Id).ToHashSet().IsSupersetOf(_found);

    private string? Broken()
    {
        var sent = Taken.ToList();
        var ids = sent.SelectMany(message => message.Alerts.Select(alert => alert.Id)).ToHashSet();
        var twice = sent.SelectMany(message => message.Alerts.Select(alert => (Alert: alert.Id, Delivery: message.Id))).Distinct().CountBy(pair => pair.Alert).Where(alert => alert.Value > 1);
        var again = sent.Count - sent.DistinctBy(message => message.Id).Count();
        var order = sent.DistinctBy(message => message.Id).SelectMany(message => message.Alerts).Select(alert => _found.IndexOf(alert.Id)).ToList();
        return !ids.SetEquals(_found) ? $"lost: {string.Join(", ", _found.Except(ids))}"
            : twice.Any() ? $"in two deliveries: {string.Join(", ", twice.Select(alert => alert.Key))}"
            : again > _service.Crashes + _other.Crashes + _stuck ? $"{again} deliveries were sent again after {_service.Crashes + _other.Crashes} crashes"
            : IsInOrder && !order.SequenceEqual(order.Order()) ? $"out of order: {string.Join(", ", order)}"
            : _service.Poison > 0 ? "given up, although the receiver takes all"
            : null;
    }

    private async Task HappenAsync(Happening what, int howMuch)
    {
        switch (what)
        {
            case Happening.Found:
                await FindAsync(howMuch);
                break;
            case Happening.Work:
                await _service.WorkAsync();
                break;
            case Happening.OtherWorks:
                await _other.WorkAsync();
                break;
            case Happening.Tick:
                await _service.WakeAsync();
                break;
            case Happening.Later:
                _service.Time.Advance(TimeSpan.FromMinutes(howMuch * howMuch));
                break;
            case Happening.CrashSoon:
                _service.CrashBeforeWrite(howMuch);
                break;
            case Happening.Stuck:
                _stuck += await _other.NextAsync() is null ? 0 : 1;
                break;
            case Happening.Down or Happening.Up:
                _isUp = what == Happening.Up;
                break;
            case Happening.WrongClock when !_isUp:
                // What fails for longer than three days is given up, and a month has passed by that clock.
                break;
            case Happening.WrongClock:
                _service.Time.Advance(TimeSpan.FromDays(30));
                await _other.WorkAsync();
                _service.Time.Advance(TimeSpan.FromDays(-30));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, "nothing is said of it");
        }
    }

    // As matching does: the items first, then the message, and all of it again where the process ends in between.
    private async Task FindAsync(int count)
    {
        var first = _found.Count;
        var now = _service.Time.GetUtcNow();
        var stories = Enumerable.Range(first, count).Select(number => $"story {number}").ToList();
        var items = stories.Select(story => new ArchivedItem { Id = story, Story = story, FeedUrl = "https://example.org/feed", Seen = now, Item = new Item { Title = story } });
        var references = stories.Select((story, index) => new AlertReference(AlertId.Of(Desk, story), index, ["one"])).ToList();
        _found.AddRange(references.Select(reference => reference.Id));
        var isFound = false;
        while (!isFound)
        {
            await _service.SurvivingAsync(async () =>
            {
                var batch = await _service.Get<ItemArchive>().StoreAsync("one", new ItemBatch([.. items]), CancellationToken.None);
                foreach (var message in WakeMessages.Split(Desk, batch, references))
                {
                    await _service.Get<StepMessages>().SendAsync(message, TimeSpan.Zero, CancellationToken.None);
                }

                isFound = true;
            });
        }
    }

    private async Task SettleAsync()
    {
        _service.Time.Advance(Step);
        await _service.WakeAsync();
        await _service.WorkAsync();
    }

    private DeliveryResult Answer()
    {
        _taken.Add(_isUp);
        return _isUp ? new DeliveryResult(DeliveryOutcome.Delivered, "Accepted.") : new DeliveryResult(DeliveryOutcome.Failed, "The receiver answered 503.", 503);
    }

    private static AlertsConfiguration Configuration(Sequence sequence) => new()
    {
        Rules =
        [
            new WatchRule
            {
                Name = "one",
                When = "story",
                Query = QueryParser.Parse("story").Query ?? throw new InvalidOperationException("no query"),
                Notify = [Desk],
            },
        ],
        Destinations = [new Destination { Name = Desk, Type = "recording", Timing = sequence.Timing }],
    };
}
