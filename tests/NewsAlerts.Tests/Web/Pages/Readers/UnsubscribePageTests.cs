using NewsAlerts.Channels;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Suppressed;

namespace NewsAlerts.Tests.Web.Pages.Readers;

public sealed class UnsubscribePageTests : IDisposable
{
    private const string OneClick = "List-Unsubscribe=One-Click";

    private readonly ReaderPages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public async Task Get_Link_ShowsAndChangesNothing()
    {
        await _pages.AddAsync(ReaderPages.Subscribed(), ReaderPages.Subscribed("b1", "cholera"));

        var page = await _pages.GetAsync(Link("b1"));

        Assert.Contains("cholera", ReaderPages.TextOf(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Lavrov", ReaderPages.TextOf(page), StringComparison.Ordinal);
        Assert.Equal(2, (await FindAsync())?.Subscriptions.Count);
    }

    [Theory]
    [InlineData(OneClick, "application/x-www-form-urlencoded")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n", "multipart/form-data; boundary=b")]
    public async Task Post_OneClick_ActsAtOnceWithoutRedirectOrCookie(string body, string contentType)
    {
        await _pages.AddAsync(ReaderPages.Subscribed(), ReaderPages.Subscribed("b1", "cholera"));

        var once = await _pages.AnswerAsync("POST", Link("b1"), body, contentType);
        var twice = await _pages.AnswerAsync("POST", Link("b1"), body, contentType);

        Assert.Equal((200, 200), (once.Status, twice.Status));
        Assert.DoesNotContain(once.Headers.Keys, header => header is "Location" or "Set-Cookie");
        Assert.Equal(["5e1b0a7c"], (await FindAsync())?.Subscriptions.Select(held => held.Id) ?? []);
    }

    [Fact]
    public async Task Post_OneClickOnAnEmailOfSome_EndsThoseAndNoOther()
    {
        await _pages.AddAsync(ReaderPages.Subscribed(), ReaderPages.Subscribed("b1", "cholera"), ReaderPages.Subscribed("c1", "typhus"));

        await _pages.AnswerAsync("POST", Link("b1", "c1"), OneClick, "application/x-www-form-urlencoded");

        Assert.Equal(["5e1b0a7c"], (await FindAsync())?.Subscriptions.Select(held => held.Id) ?? []);
    }

    [Fact]
    public async Task Post_OneClickOnAnEmailOfMoreThanALinkCanSay_EndsAll()
    {
        await _pages.AddAsync(ReaderPages.Subscribed(), ReaderPages.Subscribed("b1", "cholera"));

        await _pages.AnswerAsync(
            "POST", Link([.. Enumerable.Range(0, 17).Select(number => $"id{number}")]), OneClick, "application/x-www-form-urlencoded");

        Assert.Empty((await FindAsync())?.Subscriptions ?? []);
    }

    [Fact]
    public async Task Post_ManyFromOneMailProvider_AreNeverLimited()
    {
        for (var i = 0; i < 3 * RequestLimits.MostAnHour; i++)
        {
            Assert.Equal(200, (await _pages.AnswerAsync("POST", Link("b1"), OneClick, "application/x-www-form-urlencoded")).Status);
        }
    }

    [Fact]
    public async Task Post_All_EndsEverySubscription()
    {
        await _pages.AddAsync(ReaderPages.Subscribed(), ReaderPages.Subscribed("b1", "cholera"));

        var page = await _pages.PostAsync(Link("b1"), form: [("action", "stop-all")]);

        Assert.Contains("Lavrov AND Taiwan", ReaderPages.TextOf(page), StringComparison.Ordinal);
        Assert.Empty((await FindAsync())?.Subscriptions ?? []);
    }

    [Fact]
    public async Task Undo_AfterAMistake_SubscribesAgainUnderTheSameId()
    {
        await _pages.AddAsync(ReaderPages.Subscribed(), ReaderPages.Subscribed("b1", "cholera"));
        Assert.Contains("value=\"undo\"", ReaderPages.TextOf(await _pages.PostAsync(Link("b1"), form: [("action", "stop")])), StringComparison.Ordinal);

        var undone = await _pages.PostAsync(Link("b1"), form: [("action", "undo")]);

        Assert.Equal(200, undone.Status);
        Assert.Contains("You get these emails again", ReaderPages.TextOf(undone), StringComparison.Ordinal);
        Assert.Equal(["5e1b0a7c", "b1"], (await FindAsync())?.Subscriptions.Select(held => held.Id) ?? []);
    }

    [Fact]
    public async Task Pages_OfAnUnsubscribeLink_NeverLeadToManageOrConfirm()
    {
        await _pages.AddAsync(ReaderPages.Subscribed(), ReaderPages.Subscribed("b1", "cholera"));
        var link = Link("b1");

        string[] pages =
        [
            ReaderPages.TextOf(await _pages.GetAsync(link)),
            ReaderPages.TextOf(await _pages.PostAsync(link, form: [("action", "stop")])),
            ReaderPages.TextOf(await _pages.GetAsync(link)),
            ReaderPages.TextOf(await _pages.PostAsync(link, form: [("action", "undo")])),
            ReaderPages.TextOf(await _pages.PostAsync(link, form: [("action", "stop-all")])),
            ReaderPages.TextOf(await _pages.PostAsync(link, form: [("action", "undo")])),
        ];

        Assert.All(pages, html => Assert.DoesNotMatch("/?(manage|confirm)\\?token=", html));
        Assert.Equal(["5e1b0a7c", "b1"], ((await FindAsync())?.Subscriptions ?? []).Select(held => held.Id).Order(StringComparer.Ordinal));
        foreach (var purpose in (string[])["manage", "confirm"])
        {
            Assert.Equal(404, (await _pages.GetAsync(link.Replace("/unsubscribe?", $"/{purpose}?", StringComparison.Ordinal))).Status);
        }
    }

    [Fact]
    public async Task Undo_OfWhatAnotherLinkEnded_RestoresNothing()
    {
        await _pages.AddAsync(ReaderPages.Subscribed(), ReaderPages.Subscribed("b1", "cholera"));
        await _pages.PostAsync(Link("b1"), form: [("action", "stop")]);
        await _pages.PostAsync(ReaderPages.PathOf(_pages.Links.Manage(ReaderPages.Reader)), form: [("action", "remove"), ("id", "5e1b0a7c")]);

        await _pages.PostAsync(Link(), form: [("action", "undo")]);
        await _pages.PostAsync(Link("5e1b0a7c"), form: [("action", "undo")]);

        Assert.Empty((await FindAsync())?.Subscriptions ?? []);
    }

    [Fact]
    public async Task Undo_TwoDaysLater_RestoresNothing()
    {
        await _pages.AddAsync(ReaderPages.Subscribed(), ReaderPages.Subscribed("b1", "cholera"));
        await _pages.PostAsync(Link("b1"), form: [("action", "stop")]);
        _pages.Time.Advance(SubscriberChanges.UndoFor);

        await _pages.PostAsync(Link("b1"), form: [("action", "undo")]);

        Assert.Equal(["5e1b0a7c"], (await FindAsync())?.Subscriptions.Select(held => held.Id) ?? []);
    }

    [Fact]
    public async Task Undo_OfADestinationTwoDaysLater_LeavesItSuppressed()
    {
        var link = ReaderPages.PathOf(_pages.Links.Of(new Destination { Name = "desk", Type = "email", To = "desk@example.org" })?.Unsubscribe);
        await _pages.PostAsync(link, form: [("action", "stop")]);
        _pages.Time.Advance(SubscriberChanges.UndoFor);

        Assert.DoesNotContain("value=\"undo\"", ReaderPages.TextOf(await _pages.GetAsync(link)), StringComparison.Ordinal);
        await _pages.PostAsync(link, form: [("action", "undo")]);

        Assert.NotNull(await _pages.Get<Suppressions>().FindAsync("desk@example.org", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ended_BesideRequestsOfStrangers_ShowsAndRestoresNoneOfThem()
    {
        await _pages.AddAsync(ReaderPages.Subscribed());
        await _pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "cheap pills" }""");
        await _pages.TakeLinksAsync();

        var html = ReaderPages.TextOf(await _pages.PostAsync(Link(), form: [("action", "stop-all")]));

        Assert.Contains("Lavrov AND Taiwan", html, StringComparison.Ordinal);
        Assert.DoesNotContain("cheap pills", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfSomebodyWhoIsGone_SaysThatNothingIsSent() =>
        Assert.Contains("You get none of these emails", ReaderPages.TextOf(await _pages.GetAsync(Link("b1"))), StringComparison.Ordinal);

    [Fact]
    public async Task Link_OfADestination_SuppressesItUntilUndone()
    {
        var link = ReaderPages.PathOf(_pages.Links.Of(new Destination { Name = "desk", Type = "email", To = "desk@example.org" })?.Unsubscribe);
        var suppressions = _pages.Get<Suppressions>();

        await _pages.GetAsync(link);
        Assert.Null(await suppressions.FindAsync("desk@example.org", TestContext.Current.CancellationToken));

        var ended = await _pages.AnswerAsync("POST", link, OneClick, "application/x-www-form-urlencoded");
        Assert.Equal(200, ended.Status);
        Assert.Equal(200, (await _pages.AnswerAsync("POST", link, OneClick, "application/x-www-form-urlencoded")).Status);
        Assert.Equal("desk", Assert.Single((await suppressions.FindAsync("desk@example.org", TestContext.Current.CancellationToken))?.Destinations ?? []).Name);
        Assert.Contains("You have unsubscribed", ReaderPages.TextOf(await _pages.GetAsync(link)), StringComparison.Ordinal);

        await _pages.PostAsync(link, form: [("action", "undo")]);
        Assert.Null(await suppressions.FindAsync("desk@example.org", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0, "Alerts of “", "At once")]
    [InlineData(2, "Topic: Climate talks", "Every Friday at 07:30 (Europe/Berlin)")]
    [InlineData(20, "Topic: Climate talks", "and 12 more rules. Every Friday at 07:30 (Europe/Berlin)")]
    public async Task Link_OfADestination_SaysWhatItsReaderIsToldAndWhen(int rules, string what, string when)
    {
        var current = _pages.Get<CurrentConfiguration>();
        var before = current.Snapshot.Configuration;
        var weekly = new DeliveryTiming { Digests = new SendSchedule(SendEvery.Week, new TimeOnly(7, 30), DayOfWeek.Friday), TimeZone = "Europe/Berlin" };
        current.Replace(before with
        {
            Rules = [.. Enumerable.Range(0, rules).Select(i => before.Rules[0] with { Name = i == 0 ? "Climate talks" : $"Other {i}", Notify = ["desk"] })],
            Destinations = [before.Destinations[0] with { Timing = rules == 0 ? new DeliveryTiming() : weekly }],
        });
        var link = ReaderPages.PathOf(_pages.Links.Of(current.Snapshot.Configuration.Destinations[0])?.Unsubscribe);

        var html = ReaderPages.TextOf(await _pages.GetAsync(link));

        Assert.Contains($"""<span class="query" dir="auto">{what}""", html, StringComparison.Ordinal);
        Assert.Contains($"""<p class="quiet">{when}</p>""", html, StringComparison.Ordinal);
        Assert.Equal(rules == 0, html.Contains(">desk<", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_OfADestinationThatHasAnotherAddressNow_EndsNothing()
    {
        var link = ReaderPages.PathOf(_pages.Links.Of(new Destination { Name = "desk", Type = "email", To = "former@example.org" })?.Unsubscribe);

        Assert.Equal(200, (await _pages.AnswerAsync("POST", link, OneClick, "application/x-www-form-urlencoded")).Status);
        Assert.Empty(_pages.Documents.Names);
    }

    [Fact]
    public async Task Link_OfADestinationThatHasAnotherNameNow_EndsWhatTheAddressIsSent()
    {
        var link = ReaderPages.PathOf(_pages.Links.Of(new Destination { Name = "former", Type = "email", To = "desk@example.org" })?.Unsubscribe);
        Assert.Contains("desk", ReaderPages.TextOf(await _pages.GetAsync(link)), StringComparison.Ordinal);

        Assert.Equal(200, (await _pages.AnswerAsync("POST", link, OneClick, "application/x-www-form-urlencoded")).Status);

        var desk = new Destination { Name = "desk", Type = "email", To = "desk@example.org" };
        Assert.NotNull(await _pages.Get<FindSuppression>().RunAsync(desk, TestContext.Current.CancellationToken));
        await _pages.PostAsync(link, form: [("action", "undo")]);
        Assert.Null(await _pages.Get<FindSuppression>().RunAsync(desk, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Link_OfADestinationThatIsGone_LeavesAloneWhatItsReaderHasKept()
    {
        var link = ReaderPages.PathOf(_pages.Links.Of(new Destination { Name = "former", Type = "email", To = "desk@example.org" })?.Unsubscribe);
        await _pages.Get<Suppressions>().AddAsync("desk@example.org", "former", ["desk"], TestContext.Current.CancellationToken);

        Assert.Contains("You get none of these emails", ReaderPages.TextOf(await _pages.GetAsync(link)), StringComparison.Ordinal);
        Assert.Equal(200, (await _pages.AnswerAsync("POST", link, OneClick, "application/x-www-form-urlencoded")).Status);

        var desk = new Destination { Name = "desk", Type = "email", To = "desk@example.org" };
        Assert.Null(await _pages.Get<FindSuppression>().RunAsync(desk, TestContext.Current.CancellationToken));
    }

    private string Link(params string[] subscriptions) => ReaderPages.PathOf(_pages.Links.Of(ReaderPages.Reader, subscriptions)?.Unsubscribe);

    private Task<Subscriber?> FindAsync() => _pages.Subscribers.FindAsync(ReaderPages.Reader, TestContext.Current.CancellationToken);
}
