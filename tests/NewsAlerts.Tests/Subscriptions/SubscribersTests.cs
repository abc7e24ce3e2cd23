using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Suppressed;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Subscriptions;

public sealed class SubscribersTests
{
    private readonly ManualTime _time = new();
    private readonly MemoryDocuments _documents;
    private readonly Subscribers _subscribers;
    private int _writes;

    public SubscribersTests()
    {
        _documents = new MemoryDocuments(_ => _writes++);
        _subscribers = new Subscribers(_documents, _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Update_Person_IsFoundWhole()
    {
        var person = People.Person("me@example.org", People.Watching("Lavrov AND Taiwan", "daily 08:00", "Europe/Berlin"), People.Following("breaking")) with
        {
            Language = "de",
            Pending = [People.Asking("Тайвань", _time.GetUtcNow().AddHours(1))],
            Asked = [_time.GetUtcNow()],
            Suspended = new Suspension(_time.GetUtcNow(), "The mailbox is gone."),
        };

        await _subscribers.SetAsync(person);

        Assert.Equivalent(person, await new Subscribers(_documents, _time).FindAsync(person.Id, Token), strict: true);
        Assert.Null(await _subscribers.FindAsync(SubscriberId.Of("other@example.org"), Token));
        Assert.Equal(["subscribers/" + person.Id[..3]], _documents.Names);
    }

    [Fact]
    public async Task Update_ChangedByOthersMeanwhile_BeginsWithWhatTheyWrote()
    {
        var id = SubscriberId.Of("me@example.org");
        var other = new Subscribers(_documents, _time);
        await _subscribers.SetAsync(People.Person("me@example.org", People.Watching("one")));
        var isFirst = true;

        var after = await _subscribers.UpdateAsync(
            id,
            person =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    var theirs = other.UpdateAsync(id, their => WithMore(their, "two"), Token);
                    Assert.True(theirs.IsCompleted);
                }

                return WithMore(person, "three");
            },
            Token);

        Assert.Equal(["one", "two", "three"], after?.Subscriptions.Select(subscription => subscription.Query));
        Assert.Equal(after?.Subscriptions.Count, (await other.FindAsync(id, Token))?.Subscriptions.Count);

        static Subscriber? WithMore(Subscriber? person, string query) =>
            person is null ? null : person with { Subscriptions = [.. person.Subscriptions, People.Watching(query)] };
    }

    [Fact]
    public async Task Update_ToNullOrToTheSame_RemovesOrWritesNothing()
    {
        var person = People.Person("me@example.org", People.Watching("one"));
        await _subscribers.SetAsync(person);
        var writes = _writes;

        Assert.NotNull(await _subscribers.UpdateAsync(person.Id, same => same, Token));
        Assert.Equal(writes, _writes);
        Assert.Null(await _subscribers.UpdateAsync(person.Id, _ => null, Token));
        Assert.Null(await _subscribers.FindAsync(person.Id, Token));
        Assert.Null(await _subscribers.UpdateAsync(SubscriberId.Of("nobody@example.org"), nobody => nobody, Token));
        Assert.Equal(writes + 1, _writes);
    }

    [Fact]
    public async Task Find_RequestNotConfirmedInTime_IsGoneWithWhoHasNothingElse()
    {
        var person = People.Person("me@example.org", People.Watching("one")) with { Pending = [People.Asking("two", _time.GetUtcNow().AddHours(48))] };
        var stranger = People.Person("stranger@example.org") with
        {
            Pending = [People.Asking("three", _time.GetUtcNow().AddHours(48))],
            Asked = [_time.GetUtcNow()],
        };
        await _subscribers.SetAsync(person);
        await _subscribers.SetAsync(stranger);

        _time.Advance(TimeSpan.FromHours(47));
        Assert.Single((await _subscribers.FindAsync(person.Id, Token))?.Pending ?? []);
        Assert.Single((await _subscribers.FindAsync(stranger.Id, Token))?.Pending ?? []);
        Assert.Equal(0, await _subscribers.TidyAsync(Token));

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Empty((await _subscribers.FindAsync(person.Id, Token))?.Pending ?? [People.Asking("", default)]);
        Assert.Null(await _subscribers.FindAsync(stranger.Id, Token));
        Assert.Equal(new SubscriberCounts(1, 1, 2, 0), await _subscribers.CountAsync(Token));

        Assert.Equal(2, await _subscribers.TidyAsync(Token));
        Assert.Equal(new SubscriberCounts(1, 1, 0, 0), await _subscribers.CountAsync(Token));
        Assert.Equal(0, await _subscribers.TidyAsync(Token));
    }

    [Fact]
    public async Task Read_ManyPeople_EachOnceFromTheirPartitionsAndADamagedOneSaysSo()
    {
        var ids = new List<string>();
        for (var number = 0; number < 200; number++)
        {
            var person = People.Person($"reader-{number}@example.org", People.Watching("one"));
            ids.Add(person.Id);
            await _subscribers.SetAsync(person);
        }

        var partitions = await _subscribers.ListAsync(Token).ToListAsync(Token);
        var damaged = partitions[0].Name;
        await _documents.WriteAsync("subscribers/" + damaged, new byte[] { 0x1f, 0x8b, 1 }, WriteCondition.None, null, Token);

        var read = await _subscribers.ReadAsync(partitions.Select(partition => partition.Name), Token).ToListAsync(Token);

        Assert.Equal(partitions.Count, read.Count);
        Assert.All(read.Where(partition => partition.Name != damaged), partition =>
            Assert.Equal(partition.ETag, partitions.Single(listed => listed.Name == partition.Name).ETag));
        Assert.Equal(
            ids.Where(id => !id.StartsWith(damaged, StringComparison.Ordinal)).Order(),
            read.SelectMany(partition => partition.Subscribers).Select(person => person.Id).Order());
        Assert.Contains("subscribers/" + damaged, Assert.Single(read, partition => partition.Problem is not null).Problem);
    }

    [Fact]
    public async Task Update_NoId_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _subscribers.UpdateAsync("../config/alerts.yaml", _ => null, Token));
}
