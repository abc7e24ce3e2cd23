using System.Text;
using System.Text.Json;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Deliveries;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Commands.Deliveries;

public sealed class TestCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("webhook")]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public async Task Test_ReceiverTakesIt_MarkedAsATestAndNothingIsKept(string type)
    {
        await using var server = await LocalServer.StartAsync(200, "ok");

        var (exitCode, output, error) = Test(type, server.Address);

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches($"^desk \\({type}\\) took the sample: answered 200, and needed [0-9.]+ s\\.\n    ok\n$", output);
        var body = Encoding.UTF8.GetString(Assert.Single(server.Requests).Body);
        Assert.Contains("This is a test", body, StringComparison.Ordinal);
        Assert.Contains("Lavrov on Taiwan", body, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.PathOf("data")));
    }

    [Fact]
    public async Task Test_ReceiverRefuses_AnswerWithoutSecretsAndExitCodeOne()
    {
        await using var server = await LocalServer.StartAsync(403, "no_service: t0ken-1234567\nsecond line");

        var (exitCode, output, _) = Test("slack", new Uri(server.Address, "services/t0ken-1234567"));

        Assert.Equal(1, exitCode);
        Assert.Contains("desk (slack) did not take the sample: answered 403", output, StringComparison.Ordinal);
        Assert.Contains("The receiver answered 403: no_service: (redacted) second line", output, StringComparison.Ordinal);
        Assert.DoesNotContain("t0ken", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_Json_OneObject()
    {
        await using var server = await LocalServer.StartAsync(500);

        var answer = JsonDocument.Parse(Test("webhook", server.Address, "--json").Output).RootElement;

        Assert.Equal(("failed", 500), (answer.GetProperty("outcome").GetString(), answer.GetProperty("status").GetInt32()));
        Assert.InRange(answer.GetProperty("seconds").GetDouble(), 0, 60);
    }

    [Fact]
    public void Test_EmailWithoutMailServer_IsInTheOutbox()
    {
        var config = _run.Write("alerts.yaml", "destinations: [{ name: me, type: email, to: me@example.org }]");

        var (exitCode, output, _) = _run.Invoke(TestCommand.Create(), "me", "--config", config, "--data", _run.PathOf("data"));

        Assert.Equal(0, exitCode);
        var mail = Assert.Single(Directory.GetFiles(_run.PathOf(Path.Combine("data", "outbox")), "*.eml"));
        Assert.Contains("Subject: Test: This is a test: no news, only a look at an alert", File.ReadAllText(mail), StringComparison.Ordinal);
        Assert.Contains("Written to", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_EmailOfAServiceWithPages_HasTheLinkThatTurnsItDown()
    {
        var config = _run.Write("alerts.yaml", $$"""
            settings: { publicUrl: "https://alerts.example.org", signingKey: "{{Convert.ToBase64String(new byte[32])}}" }
            destinations: [{ name: me, type: email, to: me@example.org }]
            """);

        _run.Invoke(TestCommand.Create(), "me", "--config", config, "--data", _run.PathOf("data"));

        var mail = File.ReadAllText(Assert.Single(Directory.GetFiles(_run.PathOf(Path.Combine("data", "outbox")), "*.eml")));
        Assert.Contains("\nList-Unsubscribe: <https://alerts.example.org/subscriptions/unsubscribe?token=", mail, StringComparison.Ordinal);
        Assert.Contains("\nList-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("me-to", "did you mean 'me-too'?")]
    [InlineData("desk", "there are me-too, program")]
    public void Test_UnknownDestination_NearestNameOrAll(string name, string told)
    {
        var config = _run.Write("alerts.yaml", """
            destinations:
              - { name: me-too, type: email, to: me@example.org }
              - { name: program, type: webhook, url: "https://example.org/hook" }
            """);

        var (exitCode, _, error) = _run.Invoke(TestCommand.Create(), name, "--config", config, "--data", _run.PathOf("data"));

        Assert.Equal((2, $"the configuration has no destination '{name}': {told}\n"), (exitCode, error));
    }

    private (int ExitCode, string Output, string Error) Test(string type, Uri address, params string[] options)
    {
        var config = _run.Write("alerts.yaml", $$"""
            settings: { allowPrivate: [127.0.0.1] }
            feeds: [{ url: "https://example.org/feed" }]
            rules: [{ name: Lavrov on Taiwan, when: Lavrov AND Taiwan, notify: [desk] }]
            destinations: [{ name: desk, type: {{type}}, url: "{{address}}" }]
            """);
        return _run.Invoke(TestCommand.Create(), ["desk", "--config", config, "--data", _run.PathOf("data"), .. options]);
    }
}
