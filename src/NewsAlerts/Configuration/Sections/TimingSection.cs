using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Sections;

/// <summary>The keys of a destination that say when it is told.</summary>
internal static class TimingSection
{
    /// <summary>The longest that alerts are gathered: what is to come later is a digest.</summary>
    public static readonly TimeSpan MostGroup = TimeSpan.FromHours(1);

    /// <summary>What the chat services take (their documentation); the others say it when it is too much.</summary>
    private static readonly Dictionary<string, TimeSpan> Paces = new()
    {
        ["slack"] = TimeSpan.FromSeconds(1),
        ["teams"] = TimeSpan.FromSeconds(1) / 4,
    };

    /// <summary>Reads them.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="type">Its type, which decides the pace; null where it is wrong.</param>
    /// <param name="settings">What holds where the destination says nothing.</param>
    public static DeliveryTiming Read(MappingReader destination, string? type, Settings settings)
    {
        var send = destination.Text("send", ScheduleText.Check);
        var zone = destination.Text("timeZone", text => TimeZoneText.Check(text, destination.Mistakes.Nearest));
        var quiet = destination.Text("quiet", QuietText.Check);
        var most = destination.Text("max", text => RateText.Check(text, "h"));
        var group = destination.Duration("group", TimeSpan.Zero, MostGroup);
        var pace = destination.Text("pace", text => RateText.Check(text, "smh"));
        var timing = new DeliveryTiming
        {
            Digests = send is null ? null : ScheduleText.Parse(send.Value),
            TimeZone = zone?.Value ?? settings.TimeZone,
            Quiet = quiet is null ? null : QuietText.Parse(quiet.Value),
            MostAnHour = most is null ? null : RateText.Parse(most.Value)?.Count,
            Group = group ?? settings.Group,
            Pace = pace is null ? Paces.GetValueOrDefault(type ?? "") : RateText.Distance(pace.Value) ?? default,
        };
        if (timing.Digests is { } digests)
        {
            destination.Reject("max", "'max' means nothing where digests are sent");
            destination.Reject("group", "'group' means nothing where digests are sent");
            if (send is not null && digests.Every != SendEvery.Hour && timing.Quiet?.Covers(digests.Time) == true)
            {
                destination.Mistakes.Warn(send.Node.Start, send.Node.End, "this is in its quiet hours: it will come when they end");
            }
        }

        return timing;
    }
}
