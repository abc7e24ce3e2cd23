using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Monitoring.Incidents;

/// <summary>Rules that fall silent, from feeds to notices, over weeks.</summary>
public class WatchRulesTests
{
    private static readonly TimeSpan HalfDay = TimeSpan.FromHours(12);

    private int _number;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rule_FallsSilent_ToldOnceAndWhenItMatchesAgain()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a"], "ops");
        await LiveAsync(world, service, days: 16, "Taiwan");
        await LiveAsync(world, service, days: 1, "Calm");
        Assert.Empty(Ops.Told(channel));

        await LiveAsync(world, service, days: 3, "Calm");

        var told = Assert.Single(Ops.Told(channel));
        Assert.Equal(("service.problem", "The rule one has fallen silent"), (told.Type, told.Title));
        Assert.Contains("silent for 12 h at the longest", told.Entries[0].Text, StringComparison.Ordinal);

        // Told from what is not merged yet: at once, not a day later.
        await LiveAsync(world, service, days: 0.5, "Taiwan");
        await LiveAsync(world, service, days: 2, "Calm");
        Assert.Equal(["The rule one has fallen silent", "The rule one is silent no more"], Ops.Told(channel).Select(notice => notice.Title));
    }

    [Fact]
    public async Task Rule_IsEdited_BeginsAnew()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a"], "ops");
        await LiveAsync(world, service, days: 16, "Taiwan");

        service.Configure(configuration => configuration with { Rules = [Ops.Rule("one", "Taiwan AND Japan")] });
        await LiveAsync(world, service, days: 8, "Taiwan");

        Assert.Empty(Ops.Told(channel));
    }

    [Fact]
    public async Task Rule_PastTooShort_IsNotJudged()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a"], "ops");

        await LiveAsync(world, service, days: 10, "Taiwan");
        await LiveAsync(world, service, days: 10, "Calm");

        Assert.Empty(Ops.Told(channel));
    }

    [Fact]
    public async Task Rule_ItsFeedFails_TheFeedIsToldAndNotTheRule()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a"], "ops");
        await LiveAsync(world, service, days: 16, "Taiwan");

        world.ServeBody("/a", "no feed");
        for (var i = 0; i < 12; i++)
        {
            await StepAsync(service, watch: true);
        }

        Assert.Equal(["/a has been failing for a day"], Ops.Told(channel).Select(notice => notice.Title));

        // What was missed meanwhile is not held against it either.
        await LiveAsync(world, service, days: 1.5, "Calm");
        Assert.DoesNotContain(Ops.Told(channel), notice => notice.Title.Contains("silent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rule_ServiceDidNotRun_IsNotSilent()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a"], "ops");
        await LiveAsync(world, service, days: 16, "Taiwan");

        service.Time.Advance(TimeSpan.FromDays(9));
        await LiveAsync(world, service, days: 1.5, "Calm");

        Assert.DoesNotContain(Ops.Told(channel), notice => notice.Title.Contains("silent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rule_ServiceRunsOnceADay_FallsSilentAllTheSame()
    {
        await using var world = await World.StartAsync();
        var channel = new RecordingChannel();
        using var service = Ops.Service(world, channel, ["/a"], "ops");

        for (var day = 0; day < 26; day++)
        {
            world.Serve("/a", ($"{(day < 20 ? "Taiwan" : "Calm")} {day}", $"https://news.example/{day}"));
            service.Time.Advance(TimeSpan.FromDays(1));
            await service.RunOnceAsync();
            await service.WatchAsync();
            await service.HousekeepAsync();
            await service.WorkAsync();
        }

        Assert.Single(Ops.Told(channel), notice => notice.Title == "The rule one has fallen silent");
    }

    [Fact]
    public async Task Rule_ProcessEndsAtAnyWriteOfHousekeeping_PastIsKept()
    {
        for (var write = 1; ; write++)
        {
            await using var world = await World.StartAsync();
            using var service = Ops.Service(world, new RecordingChannel(), ["/a"], "ops");
            await LiveAsync(world, service, days: 0.5, "Taiwan", housekeep: false);
            service.Time.Advance(TimeSpan.FromDays(1));
            service.CrashBeforeWrite(write);
            await service.HousekeepAsync();
            await service.HousekeepAsync();

            var pasts = await new NewsAlerts.Storage.JsonDocuments<RulePasts>(service.Documents, IncidentsJson.Default.RulePasts).ReadAsync("service/rules", Cancellation);
            Assert.Equal(1, Assert.Single(pasts.Value?.Rules ?? []).Matches);
            if (service.Crashes == 0)
            {
                Assert.InRange(write, 4, 100);
                break;
            }
        }
    }

    // Half a day at a time, with an item of its own each.
    private async Task LiveAsync(World world, TestService service, double days, string title, bool housekeep = true)
    {
        for (var i = 0; i < days * 2; i++)
        {
            _number++;
            world.Serve("/a", ($"{title} {_number}", $"https://news.example/{_number}"));
            await StepAsync(service, housekeep);
        }
    }

    private static async Task StepAsync(TestService service, bool watch)
    {
        for (var i = 0; i < 6; i++)
        {
            service.Time.Advance(HalfDay / 6);
            await service.RunOnceAsync();
            if (watch)
            {
                await service.HousekeepAsync();
                await service.WorkAsync();
                await service.WatchAsync();
            }
        }
    }
}
