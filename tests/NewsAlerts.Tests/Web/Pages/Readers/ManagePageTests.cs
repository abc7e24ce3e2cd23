using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery.State;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;

namespace NewsAlerts.Tests.Web.Pages.Readers;

public sealed class ManagePageTests : IDisposable
{
    private readonly ReaderPages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public async Task Change_Right_IsSaved()
    {
        await AddTwoAsync();

        var page = await _pages.PostAsync(
            $"{Link()}&change=b1",
            form: [("action", "change"), ("id", "b1"), ("what", "query"), ("query", "mpox"), ("send", "daily"), ("time", "07:30"), ("timeZone", "Asia/Tokyo")]);

        Assert.Contains("Saved.", ReaderPages.TextOf(page), StringComparison.Ordinal);
        Assert.Equal(
            new Subscription { Id = "b1", Query = "mpox", Send = "daily 07:30", TimeZone = "Asia/Tokyo" },
            (await FindAsync())?.Subscriptions[1]);
        Assert.Equal(ReaderPages.Subscribed(), (await FindAsync())?.Subscriptions[0]);
    }

    [Fact]
    public async Task Change_Wrong_IsShownInItsPlace()
    {
        await AddTwoAsync();

        var page = await _pages.PostAsync(
            $"{Link()}&change=b1", form: [("action", "change"), ("id", "b1"), ("what", "query"), ("query", "mpox AND"), ("send", "hourly")]);

        Assert.Equal(400, page.Status);
        Assert.Contains("<mark>AND</mark>", ReaderPages.TextOf(page), StringComparison.Ordinal);
        Assert.Equal("cholera", (await FindAsync())?.Subscriptions[1].Query);
    }

    [Fact]
    public async Task Change_QueryWhereNoNewOnesAreTaken_MayBeKept()
    {
        await AddTwoAsync();
        using var closed = new ReaderPages(settings => settings with { Subscribe = SubscribeTo.Nobody }, _pages);

        var page = await closed.PostAsync(
            $"{Link()}&change=b1", form: [("action", "change"), ("id", "b1"), ("what", "query"), ("query", "cholera"), ("send", "hourly")]);

        Assert.Equal(200, page.Status);
        Assert.Equal("hourly", (await FindAsync())?.Subscriptions[1].Send);
    }

    [Fact]
    public async Task Remove_Twice_RemovesOne()
    {
        await AddTwoAsync();

        await _pages.PostAsync(Link(), form: [("action", "remove"), ("id", "b1")]);
        var page = await _pages.PostAsync(Link(), form: [("action", "remove"), ("id", "b1")]);

        Assert.Equal(200, page.Status);
        Assert.Equal(["5e1b0a7c"], (await FindAsync())?.Subscriptions.Select(held => held.Id) ?? []);
    }

    [Theory]
    [InlineData("action=remove")]
    [InlineData("action=remove&id=")]
    [InlineData("action=remove&id=nothing")]
    [InlineData("action=change&id=nothing&query=x")]
    [InlineData("action=language&language=tlh")]
    [InlineData("action=whatever")]
    [InlineData("")]
    public async Task Post_NothingThatIsMeant_ChangesNothing(string body)
    {
        await AddTwoAsync();
        var before = await FindAsync();

        var page = await _pages.AnswerAsync("POST", Link(), body, "application/x-www-form-urlencoded");

        Assert.Equal(200, page.Status);
        Assert.Equal(before?.Subscriptions, (await FindAsync())?.Subscriptions);
        Assert.Equal(before?.Language, (await FindAsync())?.Language);
    }

    [Fact]
    public async Task Language_Chosen_IsSpokenFromThenOn()
    {
        await AddTwoAsync();

        await _pages.PostAsync(Link(), form: [("action", "language"), ("language", "fr")]);

        Assert.Contains("<html lang=\"fr\"", ReaderPages.TextOf(await _pages.GetAsync(Link())), StringComparison.Ordinal);
        Assert.Equal("fr", (await FindAsync())?.Language);
    }

    [Fact]
    public async Task Forget_Confirmed_LeavesNothing()
    {
        await AddTwoAsync();
        await _pages.Get<DestinationStates>().UpdateAsync(
            SubscriberName.Of(ReaderPages.Reader, "12345678"), (state, _) => Task.FromResult<DestinationState?>(state), TestContext.Current.CancellationToken);
        await _pages.Get<DestinationStates>().AddToldAsync(
            SubscriberName.Of(ReaderPages.Reader), [new string('0', 32)], _pages.Time.GetUtcNow(), TimeSpan.FromDays(90), TestContext.Current.CancellationToken);

        await _pages.GetAsync($"{Link()}&forget=1");
        Assert.NotNull(await FindAsync());

        Assert.Equal(200, (await _pages.PostAsync(Link(), form: [("action", "forget")])).Status);
        Assert.Null(await FindAsync());
        Assert.Equal(200, (await _pages.PostAsync(Link(), form: [("action", "forget")])).Status);
        Assert.DoesNotContain(_pages.Documents.Names, name => name.Contains("subscriber-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_After90Days_HasEndedAndANewOneIsSentToTheSameAddress()
    {
        await AddTwoAsync();
        var link = Link();
        _pages.Time.Advance(SignedLinks.ManageFor);

        Assert.Equal(410, (await _pages.GetAsync(link)).Status);
        Assert.Equal(410, (await _pages.PostAsync(link, form: [("action", "forget")])).Status);
        Assert.Equal(202, (await _pages.PostAsync(link, form: [("action", "new-link")])).Status);

        var message = Assert.Single(await _pages.TakeMessagesAsync());
        Assert.Equal(($"subscriber:{ReaderPages.Reader}", null), (message.Destination, message.Request?.Address));
        Assert.Equal(200, (await _pages.GetAsync(message.Notice?.Action?.Address.PathAndQuery ?? "")).Status);
    }

    [Fact]
    public async Task Get_WhatPeopleEntered_IsText()
    {
        await _pages.AddAsync(ReaderPages.Subscribed(query: "\"<script>alert(1)</script>\""));

        Assert.DoesNotContain("<script", ReaderPages.TextOf(await _pages.GetAsync(Link())), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", ReaderPages.TextOf(await _pages.GetAsync($"{Link()}&change=5e1b0a7c")), StringComparison.Ordinal);
    }

    private Task<Subscriber?> AddTwoAsync() => _pages.AddAsync(ReaderPages.Subscribed(), ReaderPages.Subscribed("b1", "cholera"));

    private string Link() => ReaderPages.PathOf(_pages.Links.Manage(ReaderPages.Reader));

    private Task<Subscriber?> FindAsync() => _pages.Subscribers.FindAsync(ReaderPages.Reader, TestContext.Current.CancellationToken);
}
