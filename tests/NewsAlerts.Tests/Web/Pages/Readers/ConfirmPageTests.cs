using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Suppressed;

namespace NewsAlerts.Tests.Web.Pages.Readers;

public sealed class ConfirmPageTests : IDisposable
{
    private readonly ReaderPages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public async Task Get_Link_ShowsAndChangesNothing()
    {
        var link = await AskAsync("Lavrov AND Taiwan");

        var page = await _pages.GetAsync(link);

        Assert.Equal(200, page.Status);
        Assert.Contains("Lavrov AND Taiwan", ReaderPages.TextOf(page), StringComparison.Ordinal);
        Assert.Contains("ada@example.org", ReaderPages.TextOf(page), StringComparison.Ordinal);
        Assert.Empty((await FindAsync())?.Subscriptions ?? []);
    }

    [Fact]
    public async Task Post_Twice_SubscribesOnce()
    {
        var link = await AskAsync("Lavrov AND Taiwan");

        var once = await _pages.PostAsync(link);
        var twice = await _pages.PostAsync(link);

        Assert.Equal((200, 200), (once.Status, twice.Status));
        Assert.Contains("You are subscribed", ReaderPages.TextOf(twice), StringComparison.Ordinal);
        var subscriber = await FindAsync();
        Assert.Equal("Lavrov AND Taiwan", Assert.Single(subscriber?.Subscriptions ?? []).Query);
        Assert.Empty(subscriber?.Pending ?? []);
    }

    [Fact]
    public async Task Post_TwoProcessesAtOnce_SubscribeOnce()
    {
        var links = new[] { await AskAsync("Lavrov AND Taiwan"), await AskAsync("cholera") };
        using var other = new ReaderPages(beside: _pages);

        var answers = await Task.WhenAll(
            from link in links
            from pages in new[] { _pages, other }
            select Task.Run(() => pages.PostAsync(link)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(["Lavrov AND Taiwan", "cholera"], ((await FindAsync())?.Subscriptions ?? []).Select(held => held.Query).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Post_SameQueryAgain_ChangesItsScheduleAndKeepsItsId()
    {
        await _pages.AddAsync(ReaderPages.Subscribed());

        await _pages.PostAsync(await AskAsync("Lavrov AND Taiwan", "hourly"));

        var held = Assert.Single((await FindAsync())?.Subscriptions ?? []);
        Assert.Equal(("5e1b0a7c", "hourly"), (held.Id, held.Send));
    }

    [Fact]
    public async Task Post_SuspendedAddress_IsWellAgain()
    {
        await _pages.Subscribers.UpdateAsync(
            ReaderPages.Reader,
            _ => new Subscriber
            {
                Id = ReaderPages.Reader,
                Address = ReaderPages.Address,
                Language = "en",
                Subscriptions = [ReaderPages.Subscribed()],
                Suspended = new Suspension(_pages.Time.GetUtcNow(), "It bounced."),
            },
            CancellationToken.None);

        await _pages.PostAsync(await AskAsync("cholera"));

        var subscriber = await FindAsync();
        Assert.Null(subscriber?.Suspended);
        Assert.Equal(2, subscriber?.Subscriptions.Count);
    }

    [Fact]
    public async Task Post_OneMoreThanAnAddressCanHave_IsRefused()
    {
        await _pages.AddAsync([.. Enumerable.Range(0, SubscriberChanges.MostSubscriptions).Select(i => ReaderPages.Subscribed($"s{i}", $"word{i}"))]);
        var link = await AskAsync("cholera");

        Assert.Equal(409, (await _pages.PostAsync(link)).Status);
        Assert.Equal(SubscriberChanges.MostSubscriptions, (await FindAsync())?.Subscriptions.Count);
    }

    [Fact]
    public async Task Link_After48Hours_HasEndedAndANewOneIsSent()
    {
        var link = await AskAsync("Lavrov AND Taiwan");
        _pages.Time.Advance(TimeSpan.FromHours(48));

        Assert.Equal(410, (await _pages.GetAsync(link)).Status);
        Assert.Equal(410, (await _pages.PostAsync(link)).Status);
        Assert.Empty((await FindAsync())?.Subscriptions ?? []);
        Assert.Equal(202, (await _pages.PostAsync(link, form: [("action", "new-link")])).Status);

        Assert.Equal(200, (await _pages.PostAsync(Assert.Single(await _pages.TakeLinksAsync()))).Status);
        Assert.Single((await FindAsync())?.Subscriptions ?? []);
    }

    [Fact]
    public async Task Link_AfterItsRequestIsForgotten_NoNewOneIsSent()
    {
        var link = await AskAsync("Lavrov AND Taiwan");
        _pages.Time.Advance(TimeSpan.FromDays(8));

        Assert.Equal(202, (await _pages.PostAsync(link, form: [("action", "new-link")])).Status);
        Assert.Empty(await _pages.TakeLinksAsync());
    }

    [Fact]
    public async Task Link_ForgedOrOfAnotherPurpose_DoesNotWork()
    {
        var link = await AskAsync("Lavrov AND Taiwan");
        var token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var others = new[] { token[..^1], token[..20], "x" + token[1..], "", ReaderPages.PathOf(_pages.Links.Manage(ReaderPages.Reader)).Split('=')[1] };

        foreach (var forged in others)
        {
            Assert.Equal(404, (await _pages.PostAsync($"/subscriptions/confirm?token={forged}")).Status);
        }

        Assert.Equal(404, (await _pages.PostAsync($"/subscriptions/manage?token={token}")).Status);
        Assert.Equal(404, (await _pages.PostAsync($"/subscriptions/unsubscribe?token={token}")).Status);
        Assert.Equal(404, (await _pages.PostAsync("/subscriptions/confirm")).Status);
        Assert.Empty((await FindAsync())?.Subscriptions ?? []);
    }

    private async Task<string> AskAsync(string query, string send = "immediate")
    {
        var answer = await _pages.PostAsync(
            "/subscriptions", form: [("what", "query"), ("query", query), ("send", send), ("address", ReaderPages.Address), ("language", "en")]);
        Assert.Equal(202, answer.Status);
        return Assert.Single(await _pages.TakeLinksAsync());
    }

    private Task<Subscriber?> FindAsync() => _pages.Subscribers.FindAsync(ReaderPages.Reader, TestContext.Current.CancellationToken);
}
