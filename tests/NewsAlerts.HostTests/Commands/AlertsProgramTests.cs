using System.CommandLine;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.HostTests.Commands;

public class AlertsProgramTests
{
    [Fact]
    public void Alerts_WithoutACommand_SaysWhatToDoFirst()
    {
        using var output = new StringWriter { NewLine = "\n" };

        var exitCode = AlertsProgram.Create().Parse([]).Invoke(new InvocationConfiguration { Output = output });

        Assert.Equal(2, exitCode);
        Assert.All(output.ToString().ReplaceLineEndings("\n").Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        foreach (var command in (string[])["alerts demo", "alerts init", "alerts check", "alerts run", "alerts --help"])
        {
            Assert.Contains(command, output.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rules_WithoutACommand_ShowsWhichThereAre()
    {
        using var output = new StringWriter { NewLine = "\n" };

        var exitCode = AlertsProgram.Create().Parse(["rules"]).Invoke(new InvocationConfiguration { Output = output });

        Assert.Equal(2, exitCode);
        Assert.Contains("explain <query>", output.ToString(), StringComparison.Ordinal);
    }
}
