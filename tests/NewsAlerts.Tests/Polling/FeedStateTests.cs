using System.Text.Json;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Pace;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Polling;

public class FeedStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void WithNewItems_SameHour_AddsUp()
    {
        var state = new FeedState { Url = "u" }.WithNewItems(3, Now).WithNewItems(4, Now.AddMinutes(20));

        Assert.Equal(7, Assert.Single(state.NewItems).Count);
    }

    [Fact]
    public void Read_StateOfTheFirstVersion_AsItWas()
    {
        const string Written = """
            {"feeds":[{"url":"u","due":"2026-03-14T09:35:00+00:00","title":"World wire","eTag":"\"1\"","contentHash":"h",
            "polled":"2026-03-14T09:30:00+00:00","succeeded":"2026-03-14T09:30:00+00:00","failures":0,"newItems":[{"hour":492681,"count":3}]}]}
            """;

        var state = Assert.Single(JsonSerializer.Deserialize(Written, PollingJson.Default.FeedShard)?.Feeds ?? []);

        Assert.Equal(("World wire", "\"1\"", Now, 0, 0), (state.Title, state.ETag, state.Succeeded, state.Haste, state.Restraint));
        Assert.Null(state.Rhythm);
        Assert.False(state.GuidsTellNothing);
    }

    [Fact]
    public void Read_WhatWasWritten_TheSame()
    {
        var rhythm = new PublishingRhythm { Until = Now.AddDays(-1) }.Watch([Now.AddHours(-2), Now.AddHours(-1)], Now);
        var state = new FeedState
        {
            Url = "u",
            Rhythm = rhythm,
            Hints = new PublishingHints { TimeToLive = TimeSpan.FromMinutes(30), SkipHours = [1, 2], SkipDays = [DayOfWeek.Sunday] },
            Freshness = new Freshness(TimeSpan.FromMinutes(5), "Expires"),
            Gap = new FeedGap(Now, Now),
            Move = new FeedMove("https://example.org/new", 2),
        };

        var written = JsonSerializer.Serialize(new FeedShard { Feeds = [state] }, PollingJson.Default.FeedShard);
        var read = Assert.Single(JsonSerializer.Deserialize(written, PollingJson.Default.FeedShard)?.Feeds ?? []);

        Assert.Equal(rhythm.RateAt(Now.AddHours(3)), read.Rhythm?.RateAt(Now.AddHours(3)));
        Assert.Equal((state.Freshness, state.Gap, state.Move), (read.Freshness, read.Gap, read.Move));
        Assert.Equal([1, 2], read.Hints?.SkipHours ?? []);
        Assert.Equal([DayOfWeek.Sunday], read.Hints?.SkipDays ?? []);
    }

    [Fact]
    public void WithNewItems_AfterADay_OldHoursAreGone()
    {
        var state = new FeedState { Url = "u" }.WithNewItems(3, Now).WithNewItems(1, Now.AddHours(23)).WithNewItems(0, Now.AddHours(24));

        Assert.Equal(1, state.NewItems.Sum(hour => hour.Count));
    }
}
