namespace NewsAlerts.Local.Commands;

/// <summary>What the program says to whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed.</summary>
    public const int Failed = 1;

    /// <summary>The input is wrong.</summary>
    public const int WrongInput = 2;

    /// <summary>Done, but something was left in a poison queue.</summary>
    public const int PoisonLeft = 3;
}
