namespace NewsAlerts.Local.Running;

/// <summary>Runs works that only make sense together.</summary>
internal static class Together
{
    /// <summary>
    /// Runs all of them until they are told to stop, or until one ends: then the others are told to stop, too. What one
    /// throws is thrown once all have ended.
    /// </summary>
    public static async Task RunAsync(CancellationToken stopping, params IEnumerable<Func<CancellationToken, Task>> works)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var running = works.Select(work => work(ending.Token)).ToList();
        await Task.WhenAny(running);
        await ending.CancelAsync();
        await Task.WhenAll(running);
    }
}
