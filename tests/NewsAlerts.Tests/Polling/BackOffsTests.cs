using NewsAlerts.Configuration;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Pace;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Polling;

public class BackOffsTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Read_AnotherProcessAdded_KnownAtTheStartAndWithTheNextRefusal()
    {
        var documents = new MemoryDocuments();
        var (one, other) = (new BackOffs(documents, _time), new BackOffs(documents, _time));
        Assert.Empty(await other.ReadAsync(TestContext.Current.CancellationToken));

        await one.AddAsync(await RefusedAsync(("a", 60)), TestContext.Current.CancellationToken);

        Assert.Single(await one.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Single(await new BackOffs(documents, _time).ReadAsync(TestContext.Current.CancellationToken));
        await other.AddAsync(await RefusedAsync(("b", 60)), TestContext.Current.CancellationToken);
        Assert.Equal(2, (await other.ReadAsync(TestContext.Current.CancellationToken)).Count);
        _time.Advance(TimeSpan.FromMinutes(60));
        Assert.Empty(await other.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Add_ManyOfADomain_TheThreeThatLastAreKept()
    {
        var backOffs = new BackOffs(new MemoryDocuments(), _time);
        await backOffs.AddAsync(await RefusedAsync(("a", 10), ("b", 20), ("c", 30)), TestContext.Current.CancellationToken);

        await backOffs.AddAsync(await RefusedAsync(("d", 40), ("a", 50)), TestContext.Current.CancellationToken);

        var known = await backOffs.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal([50, 40, 30], known.Select(refusal => (refusal.Until - _time.GetUtcNow()).TotalMinutes));
    }

    [Fact]
    public async Task Add_FeedOfTheDomainAnswered_WhatWasKnownOfItIsForgottenByAll()
    {
        var documents = new MemoryDocuments();
        var backOffs = new BackOffs(documents, _time);
        await backOffs.AddAsync(await RefusedAsync(("a", 10), ("b", 20)), TestContext.Current.CancellationToken);
        var round = Round();
        using (var turn = await EnterAsync(round))
        {
            turn.Answer(Url("c"));
        }

        await backOffs.AddAsync(round, TestContext.Current.CancellationToken);

        Assert.Empty(await new BackOffs(documents, _time).ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Read_SetByAClockThatWasAheadByDays_IsForgotten()
    {
        var documents = new MemoryDocuments();
        _time.Advance(TimeSpan.FromDays(3));
        await new BackOffs(documents, _time).AddAsync(await RefusedAsync(("a", 10)), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromDays(-3));

        Assert.Empty(await new BackOffs(documents, _time).ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Add_NobodyRefused_NothingIsWritten()
    {
        var writes = 0;
        var backOffs = new BackOffs(new MemoryDocuments(_ => writes++), _time);

        await backOffs.AddAsync(Round(), TestContext.Current.CancellationToken);

        Assert.Equal(0, writes);
    }

    private static Refusals Round() => new([], _ => false);

    private static string Url(string feed) => $"https://{feed}.news.example/";

    private Task<Refusals.Turn> EnterAsync(Refusals round) =>
        round.EnterAsync(Url("a"), _time.GetUtcNow(), TestContext.Current.CancellationToken);

    private async Task<Refusals> RefusedAsync(params (string Feed, int Minutes)[] refused)
    {
        var round = Round();
        using var turn = await EnterAsync(round);
        foreach (var (feed, minutes) in refused)
        {
            turn.Refuse(Url(feed), Url(feed), _time.GetUtcNow(), TimeSpan.FromMinutes(minutes));
        }

        return round;
    }
}
