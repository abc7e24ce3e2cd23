using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>What the README's scenario counts, by its own command, with the settings that everybody has.</summary>
public sealed class ScenarioTests
{
    [Fact]
    public async Task Run_Scenario_EachOfNineThousandAlertsOnce()
    {
        await using var scenario = BuiltProgram.Start("NewsAlerts.Benchmarks.dll", "scenario");

        var exitCode = await scenario.WaitAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(scenario.Output);
        Assert.Contains("distinct alert ids  9000 of 9000", scenario.Output, StringComparison.Ordinal);
        Assert.Contains("duplicates          0", scenario.Output, StringComparison.Ordinal);
        Assert.Contains("exit code           0", scenario.Output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }
}
