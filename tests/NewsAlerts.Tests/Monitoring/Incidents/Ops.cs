using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Messages;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Monitoring.Incidents;

/// <summary>A service with one rule, whose destinations are told how it is itself.</summary>
internal static class Ops
{
    /// <summary>Builds it.</summary>
    /// <param name="world">Where its feeds are.</param>
    /// <param name="channel">What its destinations get.</param>
    /// <param name="feeds">The feeds' paths.</param>
    /// <param name="notifyOps">The destinations that are told; <c>desk</c>, whom the rule notifies, and these are there.</param>
    public static TestService Service(World world, RecordingChannel channel, IReadOnlyList<string> feeds, params IReadOnlyList<string> notifyOps) =>
        new(Configuration(world, feeds, notifyOps), channel, world.Time);

    public static AlertsConfiguration Configuration(World world, IReadOnlyList<string> feeds, IReadOnlyList<string> notifyOps) => new()
    {
        Settings = new Settings { AllowPrivate = ["127.0.0.1"], NotifyOps = notifyOps },
        Feeds = [.. feeds.Select(path => new Feed { Url = world.Url(path), Name = path, Every = TimeSpan.FromMinutes(5) })],
        Rules = [Rule("one", "Taiwan")],
        Destinations =
        [
            .. notifyOps.Append("desk").Distinct().Select(name => new Destination
            {
                Name = name,
                Type = "recording",
                Url = new Secret($"https://{name}.example/"),
                Timing = World.AtOnce,
            }),
        ],
    };

    public static WatchRule Rule(string name, string when) => new()
    {
        Name = name,
        When = when,
        Query = QueryParser.Parse(when).Query ?? throw new ArgumentException(when),
        Notify = ["desk"],
    };

    /// <summary>The notices that were delivered.</summary>
    public static IReadOnlyList<Notice> Told(RecordingChannel channel) =>
        [.. channel.Attempts.Select(delivery => delivery.Notice).OfType<Notice>()];

    /// <summary>Polls, and looks after the service, as often as a step has time, for so long.</summary>
    public static async Task LiveAsync(TestService service, TimeSpan time, TimeSpan step)
    {
        for (var end = service.Time.GetUtcNow() + time; service.Time.GetUtcNow() < end;)
        {
            service.Time.Advance(step);
            await service.RunOnceAsync();
            await service.WatchAsync();
        }
    }
}
