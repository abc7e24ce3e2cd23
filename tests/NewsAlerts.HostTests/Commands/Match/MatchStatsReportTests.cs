using NewsAlerts.Local.Commands.Match;

namespace NewsAlerts.HostTests.Commands.Match;

public class MatchStatsReportTests
{
    [Fact]
    public void Print_LargestFigures_IsReadableInEightyColumns()
    {
        using var output = new StringWriter { NewLine = "\n" };

        new MatchStatsReport(output).Print(new MatchStats
        {
            Rules = 1_000_000,
            Items = 1_000_000,
            Threads = 64,
            LoadSeconds = 12.345,
            BytesPerRule = 91.3,
            ItemsPerSecond = 1_234_567,
            MedianMicroseconds = 1234.56,
            NinetyNinthMicroseconds = 12345.67,
            MedianChangeMicroseconds = 6.04,
            NinetyNinthChangeMicroseconds = 27,
            PeakMegabytes = 1234.5,
        });

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
        Assert.Contains("Rules              1,000,000, ready in 12.35 s, 91 bytes each", lines);
        Assert.Contains("Changing a rule    6.0 µs (the median), 27.0 µs (all but one in a hundred)", lines);
    }
}
