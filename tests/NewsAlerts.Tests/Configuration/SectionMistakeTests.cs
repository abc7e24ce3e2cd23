namespace NewsAlerts.Tests.Configuration;

/// <summary>One wrong value at a time, in a configuration that is right otherwise.</summary>
public class SectionMistakeTests
{
    private const string Contact = "contact: ops@example.org";
    private const string Url = "url: https://example.org/world.xml";
    private const string Me = "{ name: me, type: email, to: me@example.org }";
    private const string Notify = "notify: [me]";

    private static void AssertMistake(string part, string replacement, string mistake) =>
        Assert.Equal(mistake, Reading.MistakeWith(part, replacement).ToString());

    [Theory]
    [InlineData("contact: ops@", "2:12: 'ops@' is neither an email address nor a web address")]
    [InlineData("contact: mailto:ops@example.org", "2:12: 'mailto:ops@example.org' is neither an email address nor a web address (did you mean ops@example.org?)")]
    [InlineData("contact: ops@example.org\n  every: 30s", "3:10: '30s' is too short: at least 1m (did you mean 1m?)")]
    [InlineData("contact: ops@example.org\n  every: 2d", "3:10: '2d' is too long: at most 24h (did you mean 24h?)")]
    [InlineData("contact: ops@example.org\n  every: 300", "3:10: '300' is not a duration: write 90s, 5m, 2h or 1d (did you mean 5m?)")]
    [InlineData("contact: ops@example.org\n  every: 1.5 hours", "3:10: '1.5 hours' is not a duration: write 90s, 5m, 2h or 1d (did you mean 90m?)")]
    [InlineData("contact: ops@example.org\n  every: soon", "3:10: 'soon' is not a duration: write 90s, 5m, 2h or 1d")]
    [InlineData("contact: ops@example.org\n  every:", "3:9: 'every' has no value")]
    [InlineData("contact: ops@example.org\n  every: ''", "3:10: 'every' has no value")]
    [InlineData("contact: ops@example.org\n  every: [5m]", "3:10: 'every' must be a text, not a list")]
    [InlineData("contact: ops@example.org\n  firstpoll: 24h", "3:3: settings has no 'firstpoll' (did you mean firstPoll?)")]
    [InlineData("contact: ops@example.org\n  allowPrivate: 127.0.0.1", "3:17: 'allowPrivate' must be a list of texts, not a text (did you mean [127.0.0.1]?)")]
    [InlineData("contact: ops@example.org\n  allowPrivate: ['http://intranet/']", "3:18: 'http://intranet/' is not a host: write a name or an address alone (did you mean intranet?)")]
    [InlineData("contact: ops@example.org\n  allowPrivate: [10.0.0.0/8]", "3:18: '10.0.0.0/8' is not a host: write a name or an address alone (did you mean 10.0.0.0?)")]
    [InlineData("contact: ops@example.org\n  keep: 2d", "3:9: '2d' is too short: at least 7d (did you mean 7d?)")]
    [InlineData("contact: ops@example.org\n  keep: 3 months", "3:9: '3 months' is not a duration: write 90s, 5m, 2h or 1d")]
    [InlineData("contact: ops@example.org\n  notifyOps: [mi]", "3:15: there is no destination 'mi' (did you mean me?)")]
    [InlineData("contact: ops@example.org\n  notifyOps: me", "3:14: 'notifyOps' must be a list of texts, not a text (did you mean [me]?)")]
    [InlineData("contact: ops@example.org\n  weeklySummary: mon 08:00", "3:3: 'weeklySummary' is told to nobody: 'notifyOps' names no destination")]
    [InlineData("contact: ops@example.org\n  notifyOps: [me]\n  weeklySummary: weekly monday 8:00", "4:18: 'weekly monday 8:00' is no time of a week: write mon 08:00 (did you mean mon 08:00?)")]
    [InlineData("contact: ops@example.org\n  notifyOps: [me]\n  weeklySummary: daily 08:00", "4:18: 'daily 08:00' is no time of a week: write mon 08:00 (did you mean mon 08:00?)")]
    [InlineData("contact: ops@example.org\n  smtp: localhost", "3:9: 'smtp' must be keys and values, not a text")]
    [InlineData("contact: ops@example.org\n  contact: me@example.org", "3:3: the key 'contact' is here twice: it stands on line 2 already")]
    public void Read_WrongSetting_IsAMistake(string replacement, string mistake) =>
        AssertMistake(Contact, replacement, $"alerts.yaml:{mistake}");

    [Theory]
    [InlineData("host: h, from: a@b.org, security: ssl", "'ssl' is called tls now (did you mean tls?)")]
    [InlineData("host: h, from: a@b.org, security: startls", "'startls' is none of starttls, tls, none (did you mean starttls?)")]
    [InlineData("host: h, from: a@b.org, port: 70000", "'70000' is not a port: a number from 1 to 65535")]
    [InlineData("host: h, from: a@b.org, user: u", "smtp needs 'password'")]
    [InlineData("host: h, from: a@b.org, password: p", "smtp needs 'user'")]
    [InlineData("host: h", "smtp needs 'from'")]
    [InlineData("from: a@b.org", "smtp needs 'host'")]
    [InlineData("host: 'h:25', from: a@b.org", "'h:25' is not a host: write a name or an address alone (did you mean h?)")]
    [InlineData("host: h, from: News alerts", "'News alerts' is not a sender such as 'News alerts <me@example.org>'")]
    [InlineData("host: h, from: jörg@b.org", "'jörg@b.org' has letters before the @ that are not ASCII, which few mail servers take: where yours does, say smtp: { utf8: true }")]
    [InlineData("host: h, from: a@b.org, auth: oauth", "'oauth' is none of password, oauth2 (did you mean oauth2?)")]
    [InlineData("host: h, from: a@b.org, tenant: t", "'tenant' means nothing without auth: oauth2")]
    [InlineData("host: h, from: a@b.org, auth: oauth2, tenant: t, clientId: c, clientSecret: s, password: p", "'password' means nothing with auth: oauth2")]
    [InlineData("host: h, from: a@b.org, auth: oauth2, tenant: t, clientSecret: s", "smtp needs 'clientId'")]
    [InlineData("host: h, from: a@b.org, auth: oauth2, tenant: a/b, clientId: c, clientSecret: s", "'a/b' is no tenant: write its id, or one of its domains such as example.onmicrosoft.com")]
    [InlineData("host: h, from: a@b.org, auth: oauth2, managedIdentity: true, clientSecret: s", "'clientSecret' means nothing with managedIdentity: true")]
    [InlineData("host: h, from: a@b.org, auth: oauth2, tokenUrl: 'https://t.org', clientId: c", "smtp needs 'refreshToken'")]
    [InlineData("host: h, from: a@b.org, auth: oauth2, tokenUrl: 'http://t.org', clientId: c, refreshToken: r", "the refresh token would travel readable for everybody: use https://")]
    [InlineData("host: h, from: a@b.org, pasword: x", "smtp has no 'pasword' (did you mean password?)")]
    public void Read_WrongMailServer_IsAMistake(string smtp, string mistake)
    {
        var found = Reading.MistakeWith(Contact, $"{Contact}\n  smtp: {{ {smtp} }}").ToString();

        Assert.Matches("^alerts.yaml:3:[0-9]+: ", found);
        Assert.EndsWith(": " + mistake, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("url: example.org/a", "4:10: 'example.org/a' is not a web address: it starts with https:// or http:// (did you mean https://example.org/a?)")]
    [InlineData("url: feed://example.org/a", "4:10: 'feed://example.org/a' is not a web address: it starts with https:// or http:// (did you mean https://example.org/a?)")]
    [InlineData("url: https:/example.org/a", "4:10: 'https:/example.org/a' is not a web address: it starts with https:// or http:// (did you mean https://example.org/a?)")]
    [InlineData("url: file:///etc/passwd", "4:10: 'file:///etc/passwd' is not a web address: it starts with https:// or http://")]
    [InlineData("url: https://example.org/a b", "4:10: 'https://example.org/a b' holds white space, which an address writes as %20 (did you mean https://example.org/a%20b?)")]
    [InlineData("url: https://me:pass@example.org/a b", "4:10: this value holds a user name, which would show wherever the address does")]
    [InlineData("url: https://me:pass@example.org/a", "4:10: this value holds a user name, which would show wherever the address does")]
    [InlineData("url: https://example.org/a\n    every: 59s", "5:12: '59s' is too short: at least 1m (did you mean 1m?)")]
    [InlineData("url: https://example.org/a\n    tags: asia", null)]
    [InlineData("url: https://example.org/a\n  - url: https://EXAMPLE.org:443/a", "5:10: 'https://EXAMPLE.org:443/a' is here twice: it stands on line 4 already")]
    [InlineData("name: b\n    uri: https://example.org/a", null)]
    [InlineData("url: https://example.org/a\n  - hello", null)]
    public void Read_WrongFeed_IsAMistake(string replacement, string? mistake)
    {
        var result = Reading.ReadWith(Url, replacement);

        Assert.NotEmpty(result.Mistakes);
        if (mistake is not null)
        {
            Assert.Equal($"alerts.yaml:{mistake}", result.Mistakes.Lines());
        }
    }

    [Theory]
    [InlineData("{}", "5:5: 'auth' needs one of basic, bearer, header")]
    [InlineData("{ basic: swordfish }", "5:20: this value is not a user and a password: write user:password")]
    [InlineData("{ bearer: two words }", "5:21: this value holds spaces or characters that no header may have")]
    [InlineData("{ header: swordfish }", "5:21: this value is not a header: write Name: value")]
    [InlineData("{ header: 'Host: swordfish' }", "5:21: this value is a header that says how feeds are asked for, and no credentials")]
    [InlineData("{ header: 'X-Key: schlüssel' }", "5:21: this value holds characters that no header may have")]
    [InlineData("{ basic: 'me:swordfish', bearer: swordfish }", "5:36: 'bearer' and 'basic' exclude each other")]
    [InlineData("{ basik: 'me:swordfish' }", "5:5: 'auth' needs one of basic, bearer, header\nalerts.yaml:5:13: auth has no 'basik' (did you mean basic?)")]
    public void Read_WrongAuth_IsAMistakeThatKeepsTheSecret(string auth, string mistakes)
    {
        var result = Reading.ReadWith(Url, $"url: https://example.org/world.xml\n    auth: {auth}");

        Assert.Equal($"alerts.yaml:{mistakes}", result.Mistakes.Lines());
    }

    [Theory]
    [InlineData("http://example.org/world.xml", "alerts.yaml:4:10: the credentials travel readable for everybody: use https://")]
    [InlineData("https://example.org/world.xml", "")]
    public void Read_AuthInTheClear_IsAWarning(string url, string warning) =>
        Assert.Equal(warning, Reading.ReadWith(Url, $"url: {url}\n    auth: {{ basic: 'me:swordfish' }}").WarningsOfLines());

    [Fact]
    public void Read_TwoFeedsOfOneName_AreAMistake() =>
        AssertMistake(
            "rules:",
            "  - { url: https://example.org/b, name: World wire }\nrules:",
            "alerts.yaml:7:41: 'World wire' is here twice: it stands on line 5 already");

    [Theory]
    [InlineData("intranet:8080", "")]
    [InlineData("'[::1]:8080'", "")]
    [InlineData("intranet:0", "alerts.yaml:3:18: 'intranet:0' is not a host: write a name or an address alone (did you mean intranet?)")]
    [InlineData("intranet:http", "alerts.yaml:3:18: 'intranet:http' is not a host: write a name or an address alone")]
    public void Read_AllowPrivateWithAPort_IsAHostAndANumber(string entry, string mistakes) =>
        Assert.Equal(mistakes, Reading.ReadWith(Contact, $"{Contact}\n  allowPrivate: [{entry}]").Mistakes.Lines());

    [Fact]
    public void Read_ShortIntervalOnOnesOwnServer_IsRight() =>
        Assert.Empty(Reading.ReadWith(
            Contact, $"{Contact}\n  allowPrivate: ['::1', Intranet]").Mistakes
            .Concat(Reading.Read(
                "settings: { allowPrivate: ['::1', Intranet] }\nfeeds:\n"
                + "  - { url: 'http://[::1]:8080/a', every: 1s }\n  - { url: http://intranet/a, every: 1s }\n").Mistakes));

    [Theory]
    [InlineData("notify: [mee]", "12:14: there is no destination 'mee' (did you mean me?)")]
    [InlineData("notify: me", "12:13: 'notify' must be a list of texts, not a text (did you mean [me]?)")]
    [InlineData("notfy: [me]", "9:5: a rule needs 'notify'\nalerts.yaml:12:5: a rule has no 'notfy' (did you mean notify?)")]
    [InlineData("notify: []", "12:13: a rule must notify somebody")]
    [InlineData("notify: [[me]]", "12:14: each of 'notify' must be a text, not a list")]
    public void Read_WrongNotify_IsAMistake(string replacement, string mistakes)
    {
        var text = Reading.Right.Replace("  contact", "  # here\n  contact", StringComparison.Ordinal);

        Assert.Equal($"alerts.yaml:{mistakes}", Reading.Read(text.Replace(Notify, replacement, StringComparison.Ordinal)).Mistakes.Lines());
    }

    [Theory]
    [InlineData("signingKey: swordfish", "3:15: this value is not a signing key: base64 of 32 to 128 bytes, as openssl rand -base64 32 makes it")]
    [InlineData("signingKey: c2hvcnQ=", "3:15: this value is too short for a signing key: 5 of at least 32 bytes; make one with openssl rand -base64 32")]
    [InlineData("signingKey: []", "3:15: 'signingKey' holds no key")]
    [InlineData("signingKey: [MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=, c2hvcnQ=]", "3:62: this value is too short for a signing key: 5 of at least 32 bytes; make one with openssl rand -base64 32")]
    [InlineData("subscribe: everything", "3:14: 'everything' is none of anything, rules, nobody")]
    public void Read_WrongKeyOfSubscriptions_IsAMistakeThatShowsNoSecret(string line, string mistake)
    {
        var result = Reading.ReadWith(Contact, $"{Contact}\n  {line}");

        Assert.Equal($"alerts.yaml:{mistake}", result.Mistakes.Lines());
        Assert.DoesNotContain("c2hvcnQ", result.ShownText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publicUrl: https://alerts.example.org", "no signingKey in the settings: emails have no link by which their reader can unsubscribe")]
    [InlineData("signingKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", "no publicUrl in the settings: emails have no link by which their reader can unsubscribe")]
    public void Read_EmailWithoutWhatLinksNeed_IsAWarning(string line, string warning) =>
        Assert.Equal($"alerts.yaml: {warning}", Reading.ReadWith(Contact, $"{Contact}\n  {line}").Warnings.Lines());

    [Theory]
    [InlineData("", true)]
    [InlineData("subscribe: rules", true)]
    [InlineData("subscribe: nobody", false)]
    [InlineData(Reading.Smtp, false)]
    public void Read_NobodyCanBeAskedToConfirm_IsAWarning(string line, bool warns) => Assert.Equal(
        warns
            ? "alerts.yaml: no smtp in the settings: nobody can subscribe, since no email can ask them to confirm it; "
                + "'subscribe: nobody' says that this is meant"
            : "",
        Reading.ReadWith(Contact, $"{Contact}\n  {Reading.Links}\n  {line}").Warnings.Lines());

    [Theory]
    [InlineData("notify: [me]", "anything", false, false)]
    [InlineData("notify: [me]", "rules", false, true)]
    [InlineData("notify: [me]\n    subscribe: false", "rules", false, true)]
    [InlineData("notify: [me]\n    subscribe: true", "rules", true, false)]
    public void Read_RuleForSubscribers_IsOneThatSaysSo(string rule, string subscribe, bool isOffered, bool warns)
    {
        var read = Reading.Read(Reading.Right
            .Replace(Notify, rule, StringComparison.Ordinal)
            .Replace(Contact, $"{Contact}\n  {Reading.Links}\n  {Reading.Smtp}\n  subscribe: {subscribe}", StringComparison.Ordinal));

        Assert.Equal(isOffered, Assert.Single(read.Configuration?.Rules ?? []).Subscribe);
        Assert.Equal(
            warns ? "alerts.yaml: nobody can subscribe: the settings say 'subscribe: rules', and no rule says 'subscribe: true'" : "",
            read.Warnings.Lines());
    }

    [Fact]
    public void Read_RuleForSubscribersAlone_NeedNotifyNobody() =>
        Assert.Empty(Reading.ReadWith(Notify, "subscribe: true").Mistakes);

    [Theory]
    [InlineData("feeds: [asai]", "no feed has the name or tag 'asai' (did you mean asia?)")]
    [InlineData("feeds: [world wire]", "no feed has the name or tag 'world wire' (did you mean World wire?)")]
    public void Read_UnknownFeed_IsAMistake(string replacement, string mistake) =>
        AssertMistake("feeds: [asia]", replacement, $"alerts.yaml:10:13: {mistake}");

    [Theory]
    [InlineData("{ name: me, type: mail, to: me@example.org }", "13:23: 'mail' is none of webhook, slack, teams, discord, email (did you mean email?)")]
    [InlineData("{ name: me, type: email }", "13:5: a destination needs 'to'")]
    [InlineData("{ name: me, to: me@example.org }", "13:5: a destination needs 'type'")]
    [InlineData("{ name: me, type: slack }", "13:5: a destination needs 'url'")]
    [InlineData("{ name: me, type: email, to: me@example, org }", "13:46: a destination has no such key")]
    [InlineData("{ name: me, type: email, to: 'Me <me@example.org>' }", "13:34: 'Me <me@example.org>' is not an email address such as me@example.org (did you mean me@example.org?)")]
    [InlineData("{ name: me, type: email, to: me@\u2488com.org }", "13:34: 'me@\u2488com.org' has a character after the @ that no domain has (did you mean me@1.com.org?)")]
    [InlineData("{ name: me, type: email, to: me@\u2460.org }", "13:34: 'me@\u2460.org' has a character after the @ that no domain has (did you mean me@1.org?)")]
    [InlineData("{ name: me, type: email, to: me@example.org, url: https://example.org }", "13:50: 'url' means nothing for type email, which needs 'to'")]
    [InlineData("{ name: me, type: slack, url: https://example.org, secret: whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz }", "13:56: 'secret' means nothing for type slack: only a webhook is signed")]
    [InlineData("{ name: me, type: webhook, url: hooks.example.org }", "13:37: this value is not a web address: it starts with https:// or http://")]
    [InlineData("{ name: me, type: webhook, url: https://example.org, secret: swordfish }", "13:66: this value is not a signing key: it starts with whsec_")]
    [InlineData("{ name: me, type: webhook, url: https://example.org, secret: whsec_c2hvcnQ= }", "13:66: this value is too short for a signing key: 5 of at least 24 bytes")]
    [InlineData("{ name: me, type: webhook, url: https://example.org, secret: whsec_%%% }", "13:66: this value is not a signing key: base64 of 24 to 64 bytes follows whsec_")]
    public void Read_WrongDestination_IsAMistake(string replacement, string mistake) =>
        AssertMistake(Me, replacement, $"alerts.yaml:{mistake}");

    [Fact]
    public void Read_DestinationIsNamedLikeASubscriber_IsAMistake() => AssertMistake(
        Me,
        $"{Me}\n  - {{ name: 'subscriber:me', type: email, to: me@example.org }}",
        "alerts.yaml:14:13: 'subscriber:me' begins with 'subscriber:', as the names of people who subscribe by themselves do");

    [Fact]
    public void Read_TwoDestinationsOfOneName_AreAMistake() =>
        AssertMistake(Me, $"{Me}\n  - {Me}", "alerts.yaml:14:13: 'me' is here twice: it stands on line 13 already");

    [Fact]
    public void Read_UnusedDestination_IsAWarning() =>
        Assert.Equal(
            "alerts.yaml:14:13: no rule notifies 'you'",
            Reading.ReadWith(Me, $"{Me}\n  - {{ name: you, type: email, to: you@example.org }}").WarningsOfLines());

    [Theory]
    [InlineData("10.1", "'10.1' is no address and no network such as 10.0.0.0/8")]
    [InlineData("10.0.0.0/33", "'10.0.0.0/33' is no address and no network such as 10.0.0.0/8")]
    [InlineData("proxy.example.org", "'proxy.example.org' is no address and no network such as 10.0.0.0/8")]
    public void Read_WrongTrustedProxy_IsAMistake(string network, string mistake) =>
        Assert.Equal([mistake], Reading.ReadWith(Contact, $"{Contact}\n  trustedProxies: [{network}]").Mistakes.Select(found => found.Message));

    [Theory]
    [InlineData("", "127.0.0.0/8 ::1/128")]
    [InlineData("\n  trustedProxies: []", "")]
    [InlineData("\n  trustedProxies: [10.0.0.7, 10.1.2.3/8, '2001:db8::/32', '::1', 0.0.0.0/0]", "10.0.0.7/32 10.0.0.0/8 2001:db8::/32 ::1/128 0.0.0.0/0")]
    public void Read_TrustedProxies_AreNetworks(string proxies, string networks) => Assert.Equal(
        networks, string.Join(' ', (Reading.ReadWith(Contact, Contact + proxies).Configuration?.Settings ?? new()).TrustedProxies));

    [Fact]
    public void Read_NoContact_IsAWarning() =>
        Assert.StartsWith(
            "alerts.yaml: no contact",
            Reading.ReadWith(Contact, "every: 5m").Warnings.Lines(),
            StringComparison.Ordinal);

    [Fact]
    public void Read_UnencryptedWebhook_IsAWarningUnlessItIsPrivate()
    {
        const string Hook = "{ name: me, type: webhook, url: http://hooks.example.org/a }";

        Assert.Equal(
            "alerts.yaml:13:37: http:// travels readable for everybody: use https://",
            Reading.ReadWith(Me, Hook).Warnings.Lines());
        Assert.Empty(Reading.Read(Reading.Right
            .Replace(Me, Hook, StringComparison.Ordinal)
            .Replace(Contact, $"{Contact}\n  allowPrivate: [hooks.example.org]", StringComparison.Ordinal)).Warnings);
    }

    [Theory]
    [InlineData("smtp.office365.com")]
    [InlineData("SMTP.office365.com")]
    [InlineData("smtp-mail.outlook.com")]
    public void Read_PasswordForExchangeOnline_IsAWarningThatSaysWhatToWrite(string host)
    {
        var warning = Reading.ReadWith(Contact, $"{Contact}\n  smtp: {{ host: {host}, user: u, password: p, from: a@b.org }}").WarningsOfLines();

        Assert.Contains("turns passwords for SMTP off at the end of December 2026: write auth: oauth2 with tenant, clientId and clientSecret", warning, StringComparison.Ordinal);
        Assert.Empty(Reading.ReadWith(
            Contact, $"{Contact}\n  smtp: {{ host: {host}, auth: oauth2, tenant: t, clientId: c, clientSecret: s, from: a@b.org }}").WarningsOfLines());
    }

    [Theory]
    [InlineData("port: 465", "port 465 speaks TLS from the first byte: write security: tls")]
    [InlineData("port: 465, security: starttls", "port 465 speaks TLS from the first byte: write security: tls")]
    [InlineData("port: 587, security: tls", "port 587 begins without TLS (did you mean starttls?)")]
    [InlineData("port: 465, security: tls", "")]
    [InlineData("security: tls", "")]
    public void Read_PortThatDoesNotFitTheSecurity_IsAWarning(string keys, string expected) => Assert.EndsWith(
        expected, Reading.ReadWith(Contact, $"{Contact}\n  smtp: {{ host: h, {keys}, from: a@b.org }}").WarningsOfLines(), StringComparison.Ordinal);

    [Theory]
    [InlineData("jörg@example.org", false)]
    [InlineData("jörg@example.org", true)]
    [InlineData("me@bücher.example", null)]
    [InlineData("me@bücher.xn--p1ai", null)]
    public void Read_AddressBeyondAscii_NeedsUtf8WhereItIsBeforeTheAt(string to, bool? isUtf8)
    {
        var text = Reading.Right
            .Replace("me@example.org", to, StringComparison.Ordinal)
            .Replace(Contact, $"{Contact}\n  smtp: {{ host: h, from: a@b.org{(isUtf8 is null ? "" : $", utf8: {(isUtf8.Value ? "true" : "false")}")} }}", StringComparison.Ordinal);

        var mistakes = Reading.Read(text).Mistakes.Select(mistake => mistake.Message);

        Assert.Equal(
            isUtf8 == false ? [$"'{to}' has letters before the @ that are not ASCII, which few mail servers take: where yours does, say smtp: {{ utf8: true }}"] : [],
            mistakes);
    }

    [Fact]
    public void Read_OAuth2_NeverShowsASecret()
    {
        var result = Reading.ReadWith(
            Contact, $"{Contact}\n  smtp: {{ host: h:1, auth: oauth2, tenant: a/b, clientId: c, clientSecret: hunter2hunter2, refreshToken: hunter3hunter3, from: x }}");

        Assert.NotEmpty(result.Mistakes);
        Assert.All((string[])["hunter2hunter2", "hunter3hunter3"], secret =>
        {
            Assert.DoesNotContain(secret, string.Concat(result.Mistakes), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, result.ShownText, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Read_PasswordWithoutEncryption_IsAWarning() =>
        Assert.Equal(
            "alerts.yaml:3:45: the password travels readable for everybody (did you mean starttls?)",
            Reading.ReadWith(Contact, $"{Contact}\n  smtp: {{ host: mail.example.org, security: none, user: u, password: p, from: a@b.org }}").WarningsOfLines());
}
