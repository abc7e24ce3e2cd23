namespace NewsAlerts.LibraryTests.Rules;

/// <summary>
/// What a piece of work allocates once the runtime has compiled it for good: the code of the framework that comes precompiled
/// allocates where the same code, compiled again after some calls, does not.
/// </summary>
internal static class Allocations
{
    private const int MostRounds = 200;
    private const int CallsARound = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The least that one call allocates, in bytes.</summary>
    public static async Task<long> OfAsync(Action work)
    {
        var least = long.MaxValue;
        for (var round = 0; round < MostRounds && least > 0; round++)
        {
            for (var call = 0; call < CallsARound; call++)
            {
                work();
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);

            // Compiling again happens beside the work, when nothing new was called for a while.
            await Task.Delay(least > 0 ? Pause : TimeSpan.Zero, TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return least;
    }
}
