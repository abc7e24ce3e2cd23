using NewsAlerts.Feeds;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Storage;

public class BackOffsTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Read_AnotherProcessAdded_KnownAtTheStartAndWithTheNextRefusal()
    {
        var documents = new MemoryDocuments();
        var (one, other) = (new BackOffs(documents, _time), new BackOffs(documents, _time));
        Assert.Empty(await other.ReadAsync(TestContext.Current.CancellationToken));

        await one.AddAsync([Refusal("a", 60)], TestContext.Current.CancellationToken);

        Assert.Single(await one.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Single(await new BackOffs(documents, _time).ReadAsync(TestContext.Current.CancellationToken));
        await other.AddAsync([Refusal("b", 60)], TestContext.Current.CancellationToken);
        Assert.Equal(2, (await other.ReadAsync(TestContext.Current.CancellationToken)).Count);
        _time.Advance(TimeSpan.FromMinutes(60));
        Assert.Empty(await other.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Add_ManyOfADomain_TheTwoThatLastAreKept()
    {
        var backOffs = new BackOffs(new MemoryDocuments(), _time);
        await backOffs.AddAsync([Refusal("a", 10), Refusal("b", 20)], TestContext.Current.CancellationToken);

        await backOffs.AddAsync([Refusal("c", 30), Refusal("a", 40)], TestContext.Current.CancellationToken);

        Assert.Equal(["a", "c"], (await backOffs.ReadAsync(TestContext.Current.CancellationToken)).Select(refusal => refusal.Feed));
    }

    [Fact]
    public async Task Add_NobodyRefused_NothingIsWritten()
    {
        var writes = 0;
        var backOffs = new BackOffs(new MemoryDocuments(_ => writes++), _time);

        await backOffs.AddAsync([], TestContext.Current.CancellationToken);

        Assert.Equal(0, writes);
    }

    private Refusal Refusal(string feed, int minutes) => new("news.example", feed, _time.GetUtcNow().AddMinutes(minutes));
}
