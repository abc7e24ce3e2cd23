using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Polling.Hubs;

/// <summary>A feed that names a hub is announced to us, and never lost when the hub fails (WebSub).</summary>
public class HubTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_FeedNamesAHub_TheHubIsAskedOnceForItsTopic(bool inHeader)
    {
        await using var world = await HubWorld.StartAsync(inHeader);

        await world.RunAsync();
        await world.RunAsync();

        var asked = Assert.Single(world.Asked);
        Assert.Equal("subscribe", asked["hub.mode"]);
        Assert.Equal(world.Topic, asked["hub.topic"]);
        Assert.Equal("864000", asked["hub.lease_seconds"]);
        Assert.Matches("^[0-9a-f]{64}$", asked["hub.secret"]);
        Assert.Matches($"^{HubWorld.PublicUrl}/websub/[0-9a-f]{{32}}/[0-9a-f]{{32}}$", asked["hub.callback"]);
    }

    [Fact]
    public async Task Confirm_WhatWeAskedFor_EchoesTheChallengeAsPlainText()
    {
        await using var world = await HubWorld.StartAsync();
        await world.RunAsync();

        var answer = await world.ConfirmAsync();

        Assert.Equal(200, answer.Status);
        Assert.Equal("c+a"u8.ToArray(), answer.Body.ToArray());
        Assert.Equal("text/plain; charset=utf-8", answer.ContentType);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
    }

    [Fact]
    public async Task Confirm_WhatWeDidNotAskFor_Is404AndChangesNothing()
    {
        await using var world = await HubWorld.StartAsync();
        await world.RunAsync();
        var path = world.CallbackPath;

        Assert.Equal(404, (await world.ConfirmAsync(topic: "https://other.example/feed")).Status);
        Assert.Equal(404, (await world.ConfirmAsync(path: path[..^1] + (path[^1] == '0' ? '1' : '0'))).Status);
        Assert.Equal(404, (await world.ConfirmAsync(path: "/websub/" + new string('0', 32) + "/" + new string('0', 32))).Status);
        Assert.Equal(404, (await world.ConfirmAsync(path: "/websub/..%2Fconfig/x")).Status);

        Assert.Equal(HubSubscriptionState.Asked, (await world.StatusAsync()).Hub?.State);
    }

    [Fact]
    public async Task Announce_Signed_IsToldAtOnceAndOnce()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();
        var polls = world.Polls;

        Assert.Equal(202, (await world.AnnounceAsync("Taiwan election")).Status);
        Assert.Equal(202, (await world.AnnounceAsync("Taiwan election")).Status);
        await world.Service.RunOnceAsync();
        world.Publish("Taiwan election");
        await world.RunAfterAsync(TimeSpan.FromHours(2));

        Assert.Equal(["Taiwan election"], world.Told);
        Assert.Equal(polls + 1, world.Polls);
        Assert.False(await world.Service.Documents.ListAsync("announced/", Token).AnyAsync(Token));
    }

    [Fact]
    public async Task Announce_JustBeforeTheFeedLeaves_NothingIsToldOrLeftBehind()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();

        await world.AnnounceAsync("Taiwan election");
        world.RemoveFeed();
        await world.RunAsync();

        Assert.Empty(world.Told);
        Assert.False(await world.Service.Documents.ListAsync("announced/", Token).AnyAsync(Token));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sha256=00")]
    [InlineData("md5=00")]
    [InlineData("nonsense")]
    public async Task Announce_NotSignedByTheHub_IsTakenAndDropped(string? signature)
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();

        Assert.Equal(202, (await world.AnnounceAsync(HubWorld.Document("Taiwan forged"), signature)).Status);
        await world.Service.RunOnceAsync();

        Assert.Empty(world.Told);
        Assert.False(await world.Service.Documents.ListAsync("announced/", Token).AnyAsync(Token));
    }

    [Fact]
    public async Task Announce_TypeThatFitsNoMessage_IsToldAllTheSame()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();

        world.ContentType = $"application/atom+xml; x={new string('x', 60_000)}";
        Assert.Equal(202, (await world.AnnounceAsync("Taiwan election")).Status);
        await world.Service.RunOnceAsync();

        Assert.Equal(["Taiwan election"], world.Told);
    }

    [Fact]
    public async Task Announce_ToAnotherAddress_Is410()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();
        var body = HubWorld.Document("Taiwan");

        var answer = await world.AnnounceAsync(body, $"sha256={world.Sign(body)}", world.CallbackPath + "0");

        Assert.Equal(410, answer.Status);
    }

    [Fact]
    public async Task Announce_MoreThanAFeedMayHave_Is413()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();

        Assert.Equal(413, (await world.AnnounceAsync(new byte[FeedClient.MaxBytes + 1], "sha256=00")).Status);
    }

    [Fact]
    public async Task Announce_NoFeed_TheFeedIsPolledInstead()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();
        await world.RunAfterAsync(FiveMinutes);
        world.Publish("Taiwan election");

        await world.AnnounceAsync([], $"sha256={world.Sign([])}");
        await world.RunAfterAsync(FiveMinutes);
        await world.RunAfterAsync(FiveMinutes);

        Assert.Equal(["Taiwan election"], world.Told);
    }

    [Fact]
    public async Task Announce_WhileTheFeedIsPolled_WaitsAndIsTold()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();
        var shards = world.Service.Get<FeedShards>();
        var now = world.Service.Time.GetUtcNow();
        await shards.UpdateAsync("0001", known: null, shard => shard is null ? null : shard with { Claim = new PollClaim("another", "t", now.AddSeconds(25)) }, Token);

        await world.AnnounceAsync("Taiwan election");
        await world.Service.RunOnceAsync();
        Assert.Empty(world.Told);

        for (var round = 0; round < 3; round++)
        {
            await world.RunAfterAsync(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(["Taiwan election"], world.Told);
    }

    [Fact]
    public async Task Announce_ProcessEndsBeforeAnyWrite_NothingIsLostOrToldTwice()
    {
        var crashes = 0;
        for (var write = 1; crashes == write - 1; write++)
        {
            await using var world = await HubWorld.StartAsync();
            await world.SubscribeAsync();
            await world.AnnounceAsync("Taiwan election");

            world.Service.CrashBeforeWrite(write);
            await world.Service.RunOnceAsync();
            crashes += world.Service.Crashes;
            world.Service.CrashBeforeWrite(-1);
            await world.RunAfterAsync(FiveMinutes);

            Assert.Equal(["Taiwan election"], world.Told.Distinct());
            Assert.Single(world.Service.Channel.Attempts.Select(delivery => delivery.Id).Distinct());
        }

        Assert.InRange(crashes, 5, 100);
    }

    [Fact]
    public async Task Run_HubAnnounces_TheFeedIsPolledOnlyAsANet()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();
        await world.RunAfterAsync(FiveMinutes);
        var polls = world.Polls;

        for (var round = 0; round < 36; round++)
        {
            await world.RunAfterAsync(FiveMinutes);
        }

        Assert.Equal(polls + 3, world.Polls);
    }

    [Fact]
    public async Task Run_HubKeepsSilent_ThePollTellsAndTheFeedIsPolledAsBefore()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();
        await world.RunAfterAsync(FiveMinutes);
        world.Publish("Taiwan election");

        await world.RunAfterAsync(TimeSpan.FromHours(1));
        var polls = world.Polls;
        await world.RunAfterAsync(FiveMinutes);
        await world.RunAfterAsync(FiveMinutes);

        Assert.Equal(["Taiwan election"], world.Told);
        Assert.Equal(polls + 2, world.Polls);
    }

    [Fact]
    public async Task Run_LeaseIsNearItsEnd_IsRenewedInTime()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync(leaseSeconds: "86400");

        await world.RunAfterAsync(TimeSpan.FromHours(17));
        Assert.Single(world.Asked);
        await world.RunAfterAsync(TimeSpan.FromHours(1.1));
        Assert.Equal(2, world.Asked.Count);
        Assert.Equal(world.Asked[0]["hub.callback"], world.Asked[1]["hub.callback"]);
        await world.ConfirmAsync(leaseSeconds: "86400");
        await world.Service.RunOnceAsync();

        Assert.Equal(world.Service.Time.GetUtcNow().AddDays(1), (await world.StatusAsync()).Hub?.Until);
    }

    [Fact]
    public async Task Run_LeaseEndsWithoutRenewal_TheFeedIsPolledAsBefore()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync(leaseSeconds: "7200");
        world.AnswerAtHub(500);
        for (var round = 0; round < 30; round++)
        {
            await world.RunAfterAsync(FiveMinutes);
        }

        var polls = world.Polls;
        await world.RunAfterAsync(FiveMinutes);
        await world.RunAfterAsync(FiveMinutes);

        Assert.Equal(polls + 2, world.Polls);
        var hub = (await world.StatusAsync()).Hub;
        Assert.Null(hub?.Until);
        Assert.Equal("answered 500 (InternalServerError)", hub?.Problem);
    }

    [Theory]
    [InlineData(503, "answered 503: it is unavailable")]
    [InlineData(202, "it was asked and has not confirmed: can it reach the publicUrl of the settings?")]
    public async Task Run_HubDoesNotConfirmANewLease_TheFeedIsPolledAsBeforeUntilItDoes(int status, string problem)
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync(leaseSeconds: "86400");
        world.AnswerAtHub(status);
        await world.RunAfterAsync(TimeSpan.FromHours(18));
        await world.RunAfterAsync(FiveMinutes);
        await world.RunAfterAsync(FiveMinutes);
        Assert.Equal(problem, (await world.StatusAsync()).Hub?.Problem);

        // What it announces all the same is taken, and changes nothing of that.
        var polls = world.Polls;
        Assert.Equal(202, (await world.AnnounceAsync("Taiwan announced")).Status);
        await world.Service.RunOnceAsync();
        Assert.Contains("Taiwan announced", world.Told);
        await world.RunAfterAsync(FiveMinutes);
        await world.RunAfterAsync(FiveMinutes);
        Assert.InRange(world.Polls - polls, 2, 3);

        world.AnswerAtHub(202);
        await world.ConfirmAsync(leaseSeconds: "86400");
        await world.Service.RunOnceAsync();
        await world.RunAfterAsync(FiveMinutes);
        polls = world.Polls;
        await world.RunAfterAsync(FiveMinutes);
        await world.RunAfterAsync(FiveMinutes);
        Assert.Equal(polls, world.Polls);
    }

    [Fact]
    public async Task Run_HubIsDown_IsAskedLessAndLessAndTheFeedIsPolled()
    {
        await using var world = await HubWorld.StartAsync();
        world.AnswerAtHub(503);
        for (var round = 0; round < 24; round++)
        {
            await world.RunAfterAsync(FiveMinutes);
        }

        Assert.Equal(5, world.Asked.Count);
        Assert.Equal(24, world.Polls);
        Assert.Equal("answered 503: it is unavailable", (await world.StatusAsync()).Hub?.Problem);
    }

    [Fact]
    public async Task Run_HubNeverConfirms_SaysSo()
    {
        await using var world = await HubWorld.StartAsync();
        await world.RunAsync();
        await world.RunAfterAsync(FiveMinutes);

        Assert.Contains("has not confirmed", (await world.StatusAsync()).Hub?.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deny_Active_SaysWhyAndTheFeedIsPolledAsBefore()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();
        await world.RunAfterAsync(FiveMinutes);

        Assert.Equal(200, (await world.DenyAsync()).Status);
        await world.Service.RunOnceAsync();
        var polls = world.Polls;
        await world.RunAfterAsync(FiveMinutes);
        await world.RunAfterAsync(FiveMinutes);

        Assert.Equal(polls + 2, world.Polls);
        Assert.Single(world.Asked);
        Assert.Equal("it denied the subscription: not here", (await world.StatusAsync()).Hub?.Problem);
    }

    [Fact]
    public async Task Run_FeedLeavesTheConfiguration_IsUnsubscribedAndForgotten()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();
        Assert.Equal(404, (await world.ConfirmUnwantedReleaseAsync()).Status);

        world.RemoveFeed();
        await world.RunAsync();
        Assert.Equal("unsubscribe", world.Asked[^1]["hub.mode"]);
        Assert.Equal(world.Asked[0]["hub.callback"], world.Asked[1]["hub.callback"]);
        Assert.Equal(200, (await world.ConfirmAsync()).Status);

        await world.RunAfterAsync(TimeSpan.FromDays(2));
        Assert.Equal(2, world.Asked.Count);
        Assert.False(await world.Service.Documents.ListAsync("hubs/", Token).AnyAsync(Token));
    }

    [Fact]
    public async Task Run_FeedNamesNoHubAnyMore_IsUnsubscribed()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();
        world.HideHub();

        await world.RunAfterAsync(FiveMinutes);

        Assert.Equal("unsubscribe", world.Asked[^1]["hub.mode"]);
        Assert.Null((await world.StatusAsync()).Hub);
    }

    [Fact]
    public async Task Run_HubCannotBeLeft_IsForgottenAfterAFewTries()
    {
        await using var world = await HubWorld.StartAsync();
        await world.SubscribeAsync();
        world.AnswerAtHub(500);
        world.RemoveFeed();

        for (var round = 0; round < 10; round++)
        {
            await world.RunAfterAsync(TimeSpan.FromHours(1));
        }

        Assert.Equal(4, world.Asked.Count);
        Assert.False(await world.Service.Documents.ListAsync("hubs/", Token).AnyAsync(Token));
    }
}
