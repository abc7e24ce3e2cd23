using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Delivery;
using NewsAlerts.Explaining;
using NewsAlerts.Monitoring;
using NewsAlerts.Subscriptions.Suppressed;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Subscriptions.Suppressed;

/// <summary>Destinations of the configuration that their readers have unsubscribed.</summary>
public class SuppressionTests
{
    private const string Me = "Me@example.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ReaderHasUnsubscribed_NothingIsSentAndTheLedgerSaysWhy()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await service.Get<Suppressions>().AddAsync("me@example.org", "desk", [], Token);
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"));

        await service.RunOnceAsync();

        Assert.Empty(service.Channel.Attempts);
        Assert.Equal(0, service.Poison);
        var record = await LastAsync(service);
        Assert.Equal(DeliveryStatus.Suppressed, record.Status);
        Assert.Equal((DeliveryOutcome.Suppressed, "Its reader unsubscribed 'desk' on 14 Mar 2026."), (record.Attempts[0].Outcome, record.Attempts[0].Reason));
        var status = Assert.Single((await service.Get<ReadStatus>().RunAsync(Token)).Destinations);
        Assert.Equal(("Its reader unsubscribed 'desk' on 14 Mar 2026.", 0, 0), (status.Suppressed, status.Waiting, status.Delivered));
        var why = await service.Get<ExplainArticle>().RunAsync("https://news.example/1", rule: null, subscriber: null, Token);
        Assert.Equal(AlertStanding.Suppressed, Assert.Single(why.Alerts).Standing);
    }

    [Fact]
    public async Task Run_SuppressionIsLifted_NewsIsToldAndWhatWasHeldBackIsNot()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await service.Get<Suppressions>().AddAsync(Me, "desk", [], Token);
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"));
        await service.RunOnceAsync();
        var held = await LastAsync(service);
        await service.Get<ReplayDelivery>().RunAsync(held.Id, Token);
        await service.RunOnceAsync();
        Assert.Empty(service.Channel.Attempts);

        await service.Get<Suppressions>().RemoveAsync(Me, "desk", Token);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"), ("Taiwan 2", "https://news.example/2"));
        await service.RunOnceAsync();
        Assert.Equal("Taiwan 2", Assert.Single(Assert.Single(service.Channel.Attempts).Alerts).Item.Title);

        await service.Get<ReplayDelivery>().RunAsync(held.Id, Token);
        await service.RunOnceAsync();
        Assert.Equal("Taiwan 1", Assert.Single(service.Channel.Attempts[1].Alerts).Item.Title);
        Assert.Equal(held.Id, service.Channel.Attempts[1].Id);
    }

    [Fact]
    public async Task Run_DestinationHasAnotherNameNow_IsStillUnsubscribedAndAnotherOneIsNot()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await service.Get<Suppressions>().AddAsync(Me, "desk", [], Token);
        service.Configure(configuration => configuration with
        {
            Destinations = [configuration.Destinations[0], configuration.Destinations[0] with { Name = "other" }],
            Rules = [configuration.Rules[0] with { Notify = ["desk", "other"] }],
        });
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"));
        await service.RunOnceAsync();
        Assert.Equal("other", Assert.Single(service.Channel.Sent).To.Name);

        service.Configure(configuration => configuration with
        {
            Destinations = [configuration.Destinations[0] with { Name = "renamed" }],
            Rules = [configuration.Rules[0] with { Notify = ["renamed"] }],
        });
        world.Time.Advance(TimeSpan.FromMinutes(5));
        world.Serve("/a", ("Taiwan 2", "https://news.example/2"));
        await service.RunOnceAsync();
        Assert.Single(service.Channel.Sent);
    }

    [Fact]
    public async Task Run_UnsubscribedDestinationIsRemoved_WhatTheReaderKeptGoesOn()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        await service.Get<Suppressions>().AddAsync(Me, "desk", ["other"], Token);
        service.Configure(configuration => configuration with
        {
            Destinations = [configuration.Destinations[0] with { Name = "other" }],
            Rules = [configuration.Rules[0] with { Notify = ["other"] }],
        });
        world.Serve("/a", ("Taiwan 1", "https://news.example/1"));
        await service.RunOnceAsync();

        Assert.Equal("other", Assert.Single(service.Channel.Sent).To.Name);
    }

    [Fact]
    public async Task Test_ReaderHasUnsubscribed_SendsNothingAndSaysWhy()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world);
        var destination = new Destination { Name = "desk", Type = "email", To = Me };
        await service.Get<Suppressions>().AddAsync(Me, "desk", [], Token);

        var (result, _) = await service.Get<TestDestination>().RunAsync(destination, Token);

        Assert.Equal((DeliveryOutcome.Suppressed, "Its reader unsubscribed 'desk' on 14 Mar 2026."), (result.Outcome, result.Reason));
        Assert.Empty(service.Channel.Attempts);
    }

    private static TestService Service(World world)
    {
        var service = world.Service(new RecordingChannel { Type = "email" }, ["/a"], ("one", "Taiwan"));
        service.Configure(configuration => configuration with
        {
            Destinations = [.. configuration.Destinations.Select(destination => destination with { Url = null, To = Me })],
        });
        return service;
    }

    private static async Task<DeliveryRecord> LastAsync(TestService service) => await new DeliverySearch(service.Documents)
        .NewestAsync(service.Time.GetUtcNow().AddDays(-1), (_, _) => true, Token)
        .FirstAsync(Token);
}
