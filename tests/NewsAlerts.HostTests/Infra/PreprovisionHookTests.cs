using System.Diagnostics;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.HostTests.Infra;

/// <summary>What stops <c>azd up</c> before it provisions anything; the program that it runs is the one of these tests.</summary>
public sealed class PreprovisionHookTests : IDisposable
{
    private const string Right = """
        settings: { contact: a@example.org }
        feeds: [{ url: https://example.org/world.xml }]
        rules: [{ name: one, when: one, notify: [chat] }]
        destinations: [{ name: chat, type: slack, url: "${HOOK_TEST_URL}" }]
        """;

    private readonly TemporaryFolder _clone = new();

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task Hook_SecretOfTheVault_Passes()
    {
        var (exitCode, output, error) = await RunAsync(Right, vaultSettings: "HOOK_TEST_URL");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("alerts.yaml is right", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hook_MistakeInConfiguration_FailsAndShowsIt()
    {
        var wrong = Right.Replace("feeds:", "feed:", StringComparison.Ordinal);

        var (exitCode, output, error) = await RunAsync(wrong, vaultSettings: "HOOK_TEST_URL");

        Assert.Equal(
            (1, "Nothing is provisioned: alerts.yaml has the errors above. Mend them, then run azd again.\n"),
            (exitCode, error));
        Assert.Contains("did you mean feeds?", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hook_SecretThatNobodySets_Fails()
    {
        var (exitCode, output, _) = await RunAsync(Right, vaultSettings: null);

        Assert.Equal(1, exitCode);
        Assert.Contains("error: the environment variable HOOK_TEST_URL is not set", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hook_NoConfiguration_FailsAndSaysHowToMakeOne()
    {
        var (exitCode, output, error) = await RunAsync(yaml: null, vaultSettings: null);

        Assert.Equal(
            (1, "", "Nothing is provisioned: alerts.yaml is missing. Copy alerts.sample.yaml to alerts.yaml and edit it.\n"),
            (exitCode, output, error));
    }

    [Theory]
    [InlineData("posix", "infra/hooks/preprovision.sh")]
    [InlineData("windows", "infra/hooks/preprovision.ps1")]
    public void Hook_OfAzd_IsThereAndChecks(string platform, string script)
    {
        Assert.Matches($@"preprovision:[\s\S]*{platform}:\s+shell: \w+\s+run: \./{script}", RepositoryFile.Read("azure.yaml"));
        Assert.Contains("dotnet run --project src/NewsAlerts.Local -- check", RepositoryFile.Read(script), StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string? yaml, string? vaultSettings)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "This hook is for sh.");
        const string Script = "infra/hooks/preprovision.sh";
        Directory.CreateDirectory(_clone.PathOf("infra", "hooks"));
        File.Copy(RepositoryFile.PathOf(Script), _clone.PathOf(Script));
        if (yaml is not null)
        {
            await File.WriteAllTextAsync(_clone.PathOf("alerts.yaml"), yaml, TestContext.Current.CancellationToken);
        }

        // Azd starts it in the project's folder or in the script's own.
        var program = Path.Combine(AppContext.BaseDirectory, "alerts.dll");
        var start = new ProcessStartInfo("sh", [_clone.PathOf(Script), "dotnet", program, "check"])
        {
            WorkingDirectory = _clone.PathOf("infra", "hooks"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("SECRET_SETTINGS");
        if (vaultSettings is not null)
        {
            start.Environment["SECRET_SETTINGS"] = vaultSettings;
        }

        using var hook = Process.Start(start);
        Assert.NotNull(hook);
        var output = hook.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = hook.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await hook.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (hook.ExitCode, await output, await error);
    }
}
