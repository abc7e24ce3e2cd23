using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Configuration;
using NewsAlerts.Http;

namespace NewsAlerts.Tests.Configuration;

public class ConfigurationReaderTests
{
    private const string Full =
        """
        settings:
          contact: ops@example.org            # in the User-Agent
          every: 10m
          firstPoll: 2d
          keep: 365d
          allowPrivate: [127.0.0.1, intranet]
          smtp: { host: mail.example.org, port: 2525, security: none, user: alerts, password: "${SMTP_PASSWORD}", from: "News alerts <alerts@example.org>" }
        feeds:
          - url: https://example.org/world.xml
            name: World wire
            tags: [asia, politics]
            every: 2m
          - url: http://intranet/feed
            every: 5s
          - url: https://example.com/${SECTION}.xml
        rules:
          - name: Lavrov on Taiwan
            when: Lavrov AND Taiwan
            feeds: [asia, World wire]
            notify: [desk, me]
          - name: Everything
            when: news
            notify: [hook]
        destinations:
          - { name: desk, type: slack, url: "${SLACK_URL}" }
          - { name: me, type: email, to: me@example.org }
          - name: hook
            type: webhook
            url: https://hooks.example.org/a
            secret: whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz
        """;

    private static readonly (string, string)[] Environment =
    [
        ("SMTP_PASSWORD", "p4ss"), ("SECTION", "sport"), ("SLACK_URL", "https://hooks.slack.com/services/T/B/x"),
    ];

    [Fact]
    public void Read_EveryKey_IsUnderstood()
    {
        var configuration = Reading.ReadRight(Full, Environment);

        var settings = configuration.Settings;
        Assert.Equal("ops@example.org", settings.Contact);
        Assert.Equal(TimeSpan.FromMinutes(10), settings.Every);
        Assert.Equal(TimeSpan.FromDays(2), settings.FirstPoll);
        Assert.Equal(TimeSpan.FromDays(365), settings.Keep);
        Assert.Equal(["127.0.0.1", "intranet"], settings.AllowPrivate);
        Assert.Equal(
            new SmtpSettings
            {
                Host = "mail.example.org",
                Port = 2525,
                Security = SmtpSecurity.None,
                User = "alerts",
                Password = new Secret("p4ss"),
                From = "News alerts <alerts@example.org>",
            },
            settings.Smtp);
        Assert.Equal(
            [
                ("https://example.org/world.xml", "World wire", "asia politics", TimeSpan.FromMinutes(2)),
                ("http://intranet/feed", null, "", TimeSpan.FromSeconds(5)),
                ("https://example.com/sport.xml", null, "", TimeSpan.FromMinutes(10)),
            ],
            configuration.Feeds.Select(feed => (feed.Url, feed.Name, string.Join(' ', feed.Tags), feed.Every ?? TimeSpan.Zero)));
        Assert.Equal(
            [
                ("Lavrov on Taiwan", "Lavrov AND Taiwan", "asia,World wire", "desk,me"),
                ("Everything", "news", "", "hook"),
            ],
            configuration.Rules.Select(
                rule => (rule.Name, rule.When, string.Join(',', rule.Feeds), string.Join(',', rule.Notify))));
        Assert.Equal([new Secret("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz")], configuration.Destinations[^1].SigningKeys);
        Assert.Equal(
            [
                new Destination { Name = "desk", Type = "slack", Url = new Secret("https://hooks.slack.com/services/T/B/x"), Timing = new DeliveryTiming { Pace = TimeSpan.FromSeconds(1) } },
                new Destination { Name = "me", Type = "email", To = "me@example.org" },
                new Destination
                {
                    Name = "hook",
                    Type = "webhook",
                    Url = new Secret("https://hooks.example.org/a"),
                },
            ],
            configuration.Destinations.Select(destination => destination with { SigningKeys = [] }));
    }

    [Fact]
    public void Read_NewAndOldSecret_SignInThatOrder()
    {
        const string New = "whsec_bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3";
        var configuration = Reading.ReadRight(
            "destinations: [{ name: hook, type: webhook, url: 'https://hooks.example/', secret: ['${NEW}', '${OLD}'] }]",
            ("NEW", New),
            ("OLD", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"));

        Assert.Equal(
            [new Secret(New), new Secret("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz")], Assert.Single(configuration.Destinations).SigningKeys);
    }

    [Theory]
    [InlineData("[]", "'secret' holds no signing key")]
    [InlineData("[whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz, hunter2]", "this value is not a signing key: it starts with whsec_")]
    [InlineData("{ a: b }", "'secret' must be a text, not keys and values")]
    public void Read_WrongSecrets_NoneIsShown(string secrets, string message)
    {
        var result = Reading.Read($"destinations: [{{ name: hook, type: webhook, url: 'https://hooks.example/', secret: {secrets} }}]");

        Assert.Equal(message, Assert.Single(result.Mistakes).Message);
        Assert.DoesNotContain("hunter2", result.ShownText, StringComparison.Ordinal);
        Assert.DoesNotContain("MDEy", result.ShownText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ basic: '${USER}:p:ss' }", "Authorization", "Basic c3dvcmRmaXNoOnA6c3M=")]
    [InlineData("{ bearer: '${USER}' }", "Authorization", "Bearer swordfish")]
    [InlineData("{ header: 'X-Key:  ${USER} ' }", "X-Key", "swordfish")]
    public void Read_Auth_FromTheEnvironment(string auth, string header, string value)
    {
        var configuration = Reading.ReadRight($"feeds: [{{ url: https://example.org/a, auth: {auth} }}]", ("USER", "swordfish"));

        var credentials = Assert.Single(configuration.Feeds).Credentials;
        Assert.Equal(new FeedCredentials(header, new Secret(value)), credentials);
        Assert.DoesNotContain(value, $"{configuration.Feeds[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OnlyWhatIsNeeded_HasTheDefaults()
    {
        var configuration = Reading.ReadRight("feeds: [{ url: https://example.org/a }]");

        Assert.Null(configuration.Settings.Every);
        Assert.Equal(TimeSpan.FromHours(24), configuration.Settings.FirstPoll);
        Assert.Equal(TimeSpan.FromDays(90), configuration.Settings.Keep);
        Assert.Null(configuration.Settings.Smtp);
        Assert.Null(Assert.Single(configuration.Feeds).Every);
    }

    [Fact]
    public void Read_RightConfiguration_HasNoWarning() =>
        Assert.Empty(Reading.ReadWith("contact:", $"{Reading.Links}\n  {Reading.Smtp}\n  contact:").Warnings);

    [Fact]
    public void Read_ManyMistakes_AreAllReportedInTheOrderOfTheFile()
    {
        const string Text =
            """
            setings:
              every: 5m
            feeds:
              - url: htps://example.org/world.xml
                tag: [asia]
                every: 5 min
              - name: Nameless
            rules:
              - name: Lavrov
                when: Lavrov AND
                feeds: [Asia]
                notify: [desc]
              - name: Lavrov
                when: Taiwan
            destinations:
              - { name: desk, type: slak, url: https://example.org/hook }
            """;

        Assert.Equal(
            """
            alerts.yaml:1:1: alerts.yaml has no 'setings' (did you mean settings?)
            alerts.yaml:4:10: 'htps://example.org/world.xml' is not a web address: it starts with https:// or http:// (did you mean https://example.org/world.xml?)
            alerts.yaml:5:5: a feed has no 'tag' (did you mean tags?)
            alerts.yaml:6:12: '5 min' is not a duration: write 90s, 5m, 2h or 1d (did you mean 5m?)
            alerts.yaml:7:5: a feed needs 'url'
            alerts.yaml:11:13: no feed has the name or tag 'Asia'
            alerts.yaml:12:14: there is no destination 'desc' (did you mean desk?)
            alerts.yaml:13:5: a rule needs 'notify'
            alerts.yaml:13:11: 'Lavrov' is here twice: it stands on line 9 already
            alerts.yaml:16:25: 'slak' is none of webhook, slack, teams, discord, email (did you mean slack?)
            """,
            Reading.Read(Text).Mistakes.Where(mistake => mistake.Line != 10).Lines());
        Assert.Contains(Reading.Read(Text).Mistakes, mistake => mistake.Line == 10);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public void Read_EmptyFile_IsAMistake(string text) =>
        Assert.Equal(
            "alerts.yaml: the file is empty: it needs feeds, rules and destinations",
            Reading.Read(text).Mistakes.Lines());

    [Theory]
    [InlineData("- a", "a list")]
    [InlineData("hello", "a text")]
    public void Read_NoMapping_IsAMistake(string text, string found) =>
        Assert.Equal(
            $"alerts.yaml:1:1: the keys settings, feeds, rules and destinations are expected, not {found}",
            Reading.Read(text).Mistakes.Lines());

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Read_AnyLineBreaks_CountTheSameLines(string lineBreak)
    {
        var text = Reading.Right.Replace("type: email", "type: mail", StringComparison.Ordinal)
            .Replace("\n", lineBreak, StringComparison.Ordinal);

        var mistake = Assert.Single(Reading.Read(text).Mistakes);

        Assert.Equal((13, 23), (mistake.Line, mistake.Column));
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoMistake() => Assert.Empty(Reading.Read('\ufeff' + Reading.Right).Mistakes);
}
