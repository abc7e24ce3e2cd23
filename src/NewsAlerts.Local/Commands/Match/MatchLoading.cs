using System.Diagnostics;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>Rules that were loaded, and what that took.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Time">From their text to rules ready to match.</param>
/// <param name="Bytes">The memory that they keep; 0 where it was not measured.</param>
internal sealed record MatchLoading(MatchRules Rules, TimeSpan Time, long Bytes)
{
    /// <summary>Loads rules.</summary>
    /// <param name="path">Their file.</param>
    /// <param name="isMeasured">Whether to measure their memory, which takes a moment.</param>
    public static MatchLoading Of(string path, bool isMeasured)
    {
        var clock = Stopwatch.StartNew();
        var before = 0L;
        if (isMeasured)
        {
            // What is made once for any rules, such as tables of letters, is none of these rules'.
            RuleMatcher.Compile([QueryParser.Parse("a").Query ?? throw new UnreachableException()]);
            before = ReadMemory(clock);
        }

        var rules = MatchRules.Load(path);
        clock.Stop();
        var bytes = isMeasured ? ReadMemory(clock) - before : 0;
        clock.Stop();
        return new(rules, clock.Elapsed, bytes);
    }

    private static long ReadMemory(Stopwatch clock)
    {
        clock.Stop();
        var bytes = GC.GetTotalMemory(forceFullCollection: true);
        clock.Start();
        return bytes;
    }
}
