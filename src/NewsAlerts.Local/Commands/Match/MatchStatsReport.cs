using System.Globalization;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>Prints how fast items are matched for people, in 80 columns.</summary>
internal sealed class MatchStatsReport(TextWriter output)
{
    private const int NameColumn = 18;

    private readonly Lines _lines = new(output);

    public void Print(MatchStats stats)
    {
        Print("Rules", $"{stats.Rules:N0}, ready in {stats.LoadSeconds:0.00} s, {stats.BytesPerRule:N0} bytes each");
        Print("Items", $"{stats.Items:N0} on {Counted.Of(stats.Threads, "thread")}");
        Print("Items a second", $"{stats.ItemsPerSecond:N0} (the median of {MatchMeasurement.Passes} passes)");
        Print("Time an item", Times(stats.MedianMicroseconds, stats.NinetyNinthMicroseconds));
        Print("Changing a rule", Times(stats.MedianChangeMicroseconds, stats.NinetyNinthChangeMicroseconds));
        Print("Memory", $"{stats.PeakMegabytes:N0} MB at most, the items and the program included");
    }

    private static FormattableString Times(double median, double ninetyNinth) =>
        $"{median:N1} µs (the median), {ninetyNinth:N1} µs (all but one in a hundred)";

    private void Print(string name, FormattableString value) =>
        _lines.WriteSentence(name.PadRight(NameColumn), value.ToString(CultureInfo.InvariantCulture));
}
