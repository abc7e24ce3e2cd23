using NewsAlerts.Configuration;
using NewsAlerts.Yaml;

namespace NewsAlerts.Tests.Configuration;

/// <summary>Nothing that is said of a wrong file shows a secret in it, whatever is wrong, and wherever.</summary>
public class SecretLineTests
{
    private const string File =
        """
        settings:
          contact: ops@example.org
          publicUrl: https://alerts.example.org
          signingKey: swordfishMDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=
          smtp: { host: smtp.example.org, user: swordfish-u, password: 'swordfish-p', from: a@example.org }
        feeds:
          - url: https://example.org/world.xml
            name: World wire
            auth:
              header: 'X-Key: swordfish-h'
          - { url: https://example.org/b, name: B, auth: { basic: 'me:swordfish-b' } }
          - url: https://example.org/c
            auth:
              bearer: swordfish-t
        rules:
          - name: Lavrov on Taiwan
            when: Lavrov AND Taiwan
            notify: [me, hook]
        destinations:
          - { name: me, type: slack, url: 'https://hooks.slack.com/services/swordfish-s' }
          - name: hook
            type: webhook
            url: https://example.org/swordfish-w
            secret:
              - whsec_swordfish-1
              - "swordfish-2${OLD}"
        """;

    private static readonly string[] Parts = ["wordf", "rdfish", "hunter2"];
    private static readonly string[] Inserted = [":", " ", "'", "\"", "\n", "{", "}", "[", "&", "*", "!", "@", "#", "-", "\t", "x", ": ", "- "];

    [Fact]
    public void Read_AnyCharacterTakenAway_ShowsNoSecret()
    {
        for (var place = 0; place < File.Length; place++)
        {
            AssertShowsNone(File.Remove(place, 1));
        }
    }

    [Fact]
    public void Read_AnythingPutIn_ShowsNoSecret()
    {
        for (var place = 0; place < File.Length; place++)
        {
            AssertShowsNone(File.Insert(place, Inserted[place % Inserted.Length]));
            AssertShowsNone(File.Insert(place, Inserted[(place / Inserted.Length) % Inserted.Length]));
        }
    }

    [Theory]
    [InlineData("smtp: { host: h, pasword: swordfish }")]
    [InlineData("smtp: { host: h, password:swordfish }")]
    [InlineData("smtp: { host: h, password=swordfish: }")]
    [InlineData("smtp: { password: a, password: swordfish }")]
    [InlineData("smtp: { password: &swordfish }")]
    [InlineData("smtp: { password: &swordfish a }")]
    [InlineData("smtp: { password: *swordfish }")]
    [InlineData("smtp: { password: !swordfish a }")]
    [InlineData("smtp: { password: !sword!swordfish a }")]
    [InlineData("smtp: { password: @swordfish }")]
    [InlineData("smtp: { password: \"swordfish\\q\" }")]
    [InlineData("smtp: { password: 'swordfish' ! }")]
    [InlineData("smtp: { password: [swordfish] }")]
    [InlineData("smtp: { password: { swordfish: a } }")]
    [InlineData("smtp: { password: 'swordfish${NONE}' }")]
    [InlineData("smtp: { password: 'swordfish${SET}\\u0007' }")]
    [InlineData("smtp: smtp://me:swordfish@smtp.example.org")]
    [InlineData("smtp: [host, swordfish]")]
    [InlineData("credentials: swordfish")]
    [InlineData("? [swordfish]\n  : a")]
    [InlineData("signingKey: swordfish${SET}")]
    [InlineData("# password: swordfish\n  smtp: { host: h } }")]
    public void Read_SecretBesideAnError_ShowsNoSecret(string line)
    {
        var result = Reading.Read($"settings:\n  contact: ops@example.org\n  {line}\n", ("SET", "hunter2"));

        Assert.NotEmpty(result.Mistakes);
        AssertShowsNone(result);
    }

    [Theory]
    [InlineData("destinations: { name: hook, type: webhook, url: 'https://example.org/swordfish' }")]
    [InlineData("destinations: [{ name: hook, tipe: webhook, url: 'https://example.org/swordfish', secret: whsec_swordfish }]")]
    [InlineData("destinations: [{ name: hook, type: x, webhook: 'https://example.org/swordfish' }]")]
    [InlineData("swordfish")]
    [InlineData("- secret: swordfish")]
    [InlineData("feeds: []\n--- { secret: swordfish }")]
    public void Read_SecretInAPartThatIsNotRead_ShowsNoSecret(string text)
    {
        var result = Reading.Read(text);

        Assert.NotEmpty(result.Mistakes);
        AssertShowsNone(result);
    }

    [Fact]
    public void Read_ErrorBesideHarmlessValues_ShowsThem()
    {
        var result = Reading.Read("rules:\n  - name: a\n    when: \"Hong Kong\" AND Taiwan\n    notify: [b]");

        Assert.Contains("when: \"Hong Kong\" AND Taiwan", result.ShownText, StringComparison.Ordinal);
        Assert.Equal("'\"Hong Kong\" AND Taiwan'", Assert.Single(result.Mistakes).Suggestion);
    }

    [Fact]
    public void Read_UnsetVariableOfASecret_ShowsTheVariable() =>
        Assert.Contains("password: **${NONE}*", Reading.Read("settings: { smtp: { password: 'a${NONE}' } }").ShownText, StringComparison.Ordinal);

    private static void AssertShowsNone(string text) => AssertShowsNone(Reading.Read(text, ("OLD", "hunter2")));

    // Where the lines of errors are shown, by which a word may be torn.
    private static void AssertShowsNone(ConfigurationResult result)
    {
        foreach (var mistake in result.Mistakes.Concat(result.Warnings))
        {
            var said = $"{mistake} {new SourceText("alerts.yaml", result.ShownText).Line(mistake.Line)}";
            Assert.False(Parts.Any(part => said.Contains(part, StringComparison.Ordinal)), said);
        }
    }
}
