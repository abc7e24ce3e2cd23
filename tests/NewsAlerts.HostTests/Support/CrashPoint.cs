namespace NewsAlerts.HostTests.Support;

/// <summary>The point at which a process ends: it does so many operations on its storage, and no more.</summary>
/// <param name="operations">How many.</param>
internal sealed class CrashPoint(int operations)
{
    /// <summary>How many operations it has done.</summary>
    public int Done { get; private set; }

    /// <summary>Whether the process has ended.</summary>
    public bool IsReached { get; private set; }

    /// <summary>Lets one more operation happen.</summary>
    /// <exception cref="IOException">The process has ended.</exception>
    public void Pass()
    {
        IsReached = IsReached || Done == operations;
        if (IsReached)
        {
            throw new IOException("the process has ended");
        }

        Done++;
    }
}
