using NewsAlerts.Configuration.Values;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Sections;

/// <summary>The key <c>settings</c>.</summary>
internal static class SettingsSection
{
    /// <summary>Feeds are other people's servers: no shorter interval, unless the server is one's own.</summary>
    public static readonly TimeSpan LeastEvery = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan MostEvery = TimeSpan.FromHours(24);

    /// <summary>What <c>subscribe</c> may be.</summary>
    public static readonly Choice<SubscribeTo> Subscribe = new(new Dictionary<string, SubscribeTo>
    {
        ["anything"] = SubscribeTo.Anything,
        ["rules"] = SubscribeTo.Rules,
        ["nobody"] = SubscribeTo.Nobody,
    });

    private const string Weekly = "weekly ";

    private static readonly TimeSpan MostFirstPoll = TimeSpan.FromDays(365);

    /// <summary>What is tried again for days, and replayed after that, must still be there.</summary>
    private static readonly TimeSpan LeastKeep = TimeSpan.FromDays(7);

    private static readonly TimeSpan MostKeep = TimeSpan.FromDays(3650);

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">The mapping.</param>
    /// <param name="notifyOps">What its key <c>notifyOps</c> holds, which is checked once the destinations are read.</param>
    public static Settings Read(MappingReader settings, IReadOnlyList<TextValue> notifyOps)
    {
        var defaults = new Settings();
        if (!settings.Has("contact"))
        {
            settings.Mistakes.WarnOfFile("no contact in the settings: publishers cannot tell you about trouble with your polls");
        }

        var allowPrivate = settings.Texts("allowPrivate", HostName.CheckWithPort).Select(host => host.Value).ToList();
        var read = new Settings
        {
            Contact = settings.Text("contact", EmailAddress.CheckContact)?.Value,
            Every = settings.Duration("every", LeastEvery, MostEvery),
            AllowPrivate = allowPrivate,
            TrustedProxies = settings.Has("trustedProxies")
                ? [.. settings.Texts("trustedProxies", NetworkText.Check).Select(network => NetworkText.Parse(network.Value))]
                : defaults.TrustedProxies,
            PublicUrl = settings.Text("publicUrl", Yaml.Values.PublicUrl.Check) is { } url ? Yaml.Values.PublicUrl.Normalise(url.Value) : null,
            FirstPoll = settings.Duration("firstPoll", TimeSpan.Zero, MostFirstPoll) ?? defaults.FirstPoll,
            Keep = settings.Duration("keep", LeastKeep, MostKeep) ?? defaults.Keep,
            TimeZone = settings.Text("timeZone", text => TimeZoneText.Check(text, settings.Mistakes.Nearest))?.Value ?? defaults.TimeZone,
            Language = settings.Text("language", LanguageText.Check) is { } language ? LanguageText.Parse(language.Value) : defaults.Language,
            Group = settings.Duration("group", TimeSpan.Zero, TimingSection.MostGroup) ?? defaults.Group,
            SigningKeys = [.. settings.OneOrMore("signingKey", LinkKey.Check, isSecret: true).Select(key => key.ToSecret())],
            Subscribe = settings.Text("subscribe", Subscribe.Check) is { } subscribe ? Subscribe[subscribe.Value] : defaults.Subscribe,
            NotifyOps = [.. notifyOps.Select(destination => destination.Value).Distinct()],
            WeeklySummary = settings.Text("weeklySummary", CheckWeekly) is { } weekly ? ScheduleText.Parse(Weekly + weekly.Value) : null,
            Smtp = settings.OptionalMapping("smtp", "smtp") is { } smtp ? SmtpSection.Read(smtp, allowPrivate) : null,
        };
        settings.RejectEmpty("signingKey", "'signingKey' holds no key");
        if (read.NotifyOps.Count == 0)
        {
            settings.Reject("weeklySummary", "'weeklySummary' is told to nobody: 'notifyOps' names no destination");
        }

        settings.RejectUnknownKeys();
        return read;
    }

    private static Problem? CheckWeekly(string text) => ScheduleText.Check(Weekly + text) is { } problem
        ? new Problem("is no time of a week: write mon 08:00", problem.Suggestion?.Replace(Weekly, "", StringComparison.Ordinal))
        : null;
}
