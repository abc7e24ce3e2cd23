using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Matching;
using NewsAlerts.Rules;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;
using NewsAlerts.Tests.Subscriptions;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Matching;

public sealed class RefreshSubscriptionsTests : IDisposable
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private readonly ManualTime _time = new();
    private readonly CountingDocuments _documents = new(new MemoryDocuments());
    private readonly Subscribers _subscribers;
    private readonly RefreshSubscriptions _refresh;

    public RefreshSubscriptionsTests()
    {
        _subscribers = new Subscribers(_documents, _time);
        _refresh = new RefreshSubscriptions(_subscribers, _time, NullLogger<RefreshSubscriptions>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _refresh.Dispose();

    [Fact]
    public async Task Run_NobodySubscribes_OneListingInAWhile()
    {
        await _refresh.RunAsync(Token);
        await _refresh.RunAsync(Token);
        _time.Advance(AMinute);
        await _refresh.RunAsync(Token);

        Assert.Equal((2, 0), (_documents.Lists, _documents.Reads));
    }

    [Fact]
    public async Task Run_SomebodySubscribesAndLeaves_SeenWithinAMinuteAndOnlyWhatChangedIsRead()
    {
        await AddManyAsync(50);
        Assert.Equal(50, await ToldAsync());
        var reads = _documents.Reads;
        await _subscribers.SetAsync(People.Person("me@example.org", People.Watching("Taiwan")));
        reads = _documents.Reads - reads;
        Assert.Equal(50, await ToldAsync());

        _time.Advance(AMinute);
        var before = _documents.Reads;
        Assert.Equal(51, await ToldAsync());
        Assert.Equal(1, _documents.Reads - before);

        await _subscribers.UpdateAsync(SubscriberId.Of("me@example.org"), _ => null, Token);
        _time.Advance(AMinute);
        Assert.Equal(50, await ToldAsync());
    }

    [Fact]
    public async Task Run_ADocumentIsDamaged_ItsPeopleAreStillToldAndItIsNotReadAgain()
    {
        await AddManyAsync(20);
        Assert.Equal(20, await ToldAsync());
        var damaged = await _subscribers.ListAsync(Token).FirstAsync(Token);
        await _documents.WriteAsync("subscribers/" + damaged.Name, "{"u8.ToArray(), WriteCondition.None, MetadataOf(damaged), Token);

        for (var look = 0; look < 3; look++)
        {
            var before = _documents.Reads;
            _time.Advance(AMinute);
            Assert.Equal(20, await ToldAsync());
            Assert.Equal(look == 0 ? 1 : 0, _documents.Reads - before);
        }
    }

    private static Dictionary<string, string> MetadataOf(ListedPartition partition) => new()
    {
        ["people"] = $"{partition.Counts.People}",
        ["subscriptions"] = $"{partition.Counts.Subscriptions}",
        ["pending"] = "0",
        ["suspended"] = "0",
    };

    private async Task AddManyAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await _subscribers.SetAsync(People.Person($"reader-{number}@example.org", People.Watching("Taiwan")));
        }
    }

    private async Task<int> ToldAsync()
    {
        var snapshot = await _refresh.RunAsync(Token);
        return snapshot.Match(new ItemText("Taiwan", null, null), [], _time.GetUtcNow()).Count();
    }
}
