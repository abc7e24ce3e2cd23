using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Configuring;

namespace NewsAlerts.HostTests.Commands.Configuring;

public sealed class InitCommandTests : IAsyncLifetime
{
    private readonly CommandRun _run = new();
    private LocalWeb? _web;

    private LocalWeb Web => _web ?? throw new InvalidOperationException();

    private string Path => _run.PathOf("alerts.yaml");

    public async ValueTask InitializeAsync()
    {
        _web = await LocalWeb.StartAsync();
        Web.Serve(
            "/one.xml", new NewsItem("Lavrov speaks of Taiwan", "https://news.example.org/1"), new NewsItem("Rain in the north", "https://news.example.org/2"));
        Web.Serve("/two.xml", new NewsItem("Three", "https://news.example.org/3"));
        Web.Answer("/", context => context.Response.WriteAsync(
            "<html><head><link rel=alternate type=application/rss+xml href=/one.xml><link rel=alternate type=application/rss+xml href=/two.xml>"));
    }

    public async ValueTask DisposeAsync()
    {
        _run.Dispose();
        await Web.DisposeAsync();
    }

    [Fact]
    public void Init_Options_WriteAConfigurationThatIsRight()
    {
        var (exitCode, output, error) = Init(
            "", "--contact", "ops@example.org", "--feed", Web["/one.xml"].AbsoluteUri, "--words", "\"Lavrov\" AND Taiwan", "--notify", "me@example.org");

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(
            $"""
            # What else can stand here is in alerts.sample.yaml, with explanations. 'alerts check' finds mistakes.
            settings:
              contact: "ops@example.org"
              allowPrivate: ["{Web["/"].Authority}"]
            feeds:
              - url: {Web["/one.xml"]}
                name: The Daily Test
            rules:
              - name: Lavrov AND Taiwan
                when: '"Lavrov" AND Taiwan'
                notify: [me]
            destinations:
              - name: me
                type: email
                to: "me@example.org"

            """.Replace("\"ops@example.org\"", "ops@example.org", StringComparison.Ordinal)
                .Replace("\"me@example.org\"", "me@example.org", StringComparison.Ordinal),
            File.ReadAllText(Path));
        Assert.Contains("Of the 2 articles in the feed now, 1 matches, such as \"Lavrov speaks of", output, StringComparison.Ordinal);
        Assert.Contains("alerts.yaml is written: 1 feed, 1 rule, 1 destination.\n", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Equal(0, _run.Invoke(CheckCommand.Create(), "--config", Path).ExitCode);
    }

    [Fact]
    public void Init_Answers_AreAskedForUntilTheyCanBeUsed()
    {
        string[] answers =
        [
            "ops@", "ops@example.org", "", Web["/none"].AbsoluteUri, Web["/two.xml"].AbsoluteUri, "(Lavrov", "Lavrov", "nobody", "${NO_SUCH_VARIABLE}", "me@example.org",
        ];

        var (exitCode, output, error) = Init(string.Join('\n', answers) + "\n");

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Equal(answers.Length, output.Split("\n> ").Length - 1 + output.Split("> > ").Length - 1);
        foreach (var problem in (string[])
            [
                "'ops@' is neither an email address nor a web address.",
                "An address is needed",
                "'nobody' is neither an email address nor a web address.",
                "NO_SUCH_VARIABLE is not set.",
            ])
        {
            Assert.Contains(problem, output, StringComparison.Ordinal);
        }

        Assert.Contains("when: Lavrov\n", File.ReadAllText(Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://hooks.slack.com/services/T0/B0/x", "slack")]
    [InlineData("https://discord.com/api/webhooks/1/x", "discord")]
    [InlineData("https://prod-1.westeurope.logic.azure.com:443/workflows/1?sig=x", "teams")]
    [InlineData("https://hooks.example.org/x", "webhook")]
    public void Init_Webhook_IsOfItsTypeAndItsFileIsPrivate(string address, string type)
    {
        var (exitCode, output, _) = Init("", [.. Usual, "--notify", address]);

        Assert.Equal(0, exitCode);
        Assert.Contains($"    type: {type}\n", File.ReadAllText(Path), StringComparison.Ordinal);
        Assert.Contains("Only you can read the file", output, StringComparison.Ordinal);
        Assert.DoesNotContain(address, output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        }

        Assert.Equal(0, _run.Invoke(CheckCommand.Create(), "--config", Path).ExitCode);
    }

    [Fact]
    public void Init_VariableWithTheWebhook_StaysAVariable()
    {
        Environment.SetEnvironmentVariable("INIT_TEST_HOOK", "https://hooks.slack.com/services/T0/B0/secret");

        Assert.Equal(0, Init("", [.. Usual, "--notify", "${INIT_TEST_HOOK}"]).ExitCode);

        var written = File.ReadAllText(Path);
        Assert.Contains("    type: slack\n    url: \"${INIT_TEST_HOOK}\"\n", written, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--contact", "alerts: --contact: 'x' is neither an email address nor a web address.")]
    [InlineData("--words", "alerts: --words: query:1:1: ")]
    [InlineData("--notify", "alerts: --notify: 'x' is neither an email address nor a web address.")]
    [InlineData("--feed", "alerts: --feed: https://x.invalid: x.invalid cannot be resolved")]
    public void Init_OptionThatIsWrong_IsAnErrorAndNothingIsWritten(string option, string says)
    {
        var options = new Dictionary<string, string>
        {
            ["--contact"] = "ops@example.org",
            ["--feed"] = Web["/one.xml"].AbsoluteUri,
            ["--words"] = "a",
            ["--notify"] = "me@example.org",
            [option] = option == "--words" ? "(" : option == "--feed" ? "x.invalid" : "x",
        };

        var (exitCode, _, error) = Init("", [.. options.SelectMany(pair => new[] { pair.Key, pair.Value })]);

        Assert.Equal(option == "--feed" ? 1 : 2, exitCode);
        Assert.StartsWith(says, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void Init_NobodyWhoAnswers_SaysWhichOptionIsMissing()
    {
        var (exitCode, _, error) = Init("ops@example.org\n");

        Assert.Equal((2, "alerts: the last question has no answer: give it, or add --feed.\n"), (exitCode, error));
        Assert.False(File.Exists(Path));
    }

    [Theory]
    [InlineData("--yes", "/one.xml")]
    [InlineData("--pick", "/two.xml", "2")]
    [InlineData("--pick", null, "3")]
    [InlineData(null, null)]
    public void Init_SiteOfSeveralFeeds_TakesTheChosenOne(string? option, string? expected, params string[] number)
    {
        string[] choice = option is null ? [] : [option, .. number];

        var run = Init("", ["--contact", "ops@example.org", "--feed", Web["/"].AbsoluteUri, "--words", "a", "--notify", "me@example.org", .. choice]);

        Assert.Equal(expected is null ? 2 : 0, run.ExitCode);
        Assert.Equal(expected is not null, File.Exists(Path));
        if (expected is not null)
        {
            Assert.Contains($"url: {Web[expected]}\n", File.ReadAllText(Path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Init_ConfigurationThatIsThere_IsLeftAlone()
    {
        _run.Write("alerts.yaml", "# mine\n");

        var (exitCode, _, error) = Init("", [.. Usual, "--notify", "me@example.org"]);

        Assert.Equal((2, "alerts: alerts.yaml is there already: 'alerts add' adds feeds to it, and --config names another file.\n"), (exitCode, error));
        Assert.Equal("# mine\n", File.ReadAllText(Path));
    }

    private string[] Usual => ["--contact", "https://example.org/about", "--feed", Web["/one.xml"].AbsoluteUri, "--words", "Lavrov -sport C++"];

    private (int ExitCode, string Output, string Error) Init(string answers, params string[] options)
    {
        using var input = new StringReader(answers);
        return _run.Invoke(InitCommand.Create(input), [.. options, "--config", Path]);
    }
}
