using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>Where the local runner keeps everything.</summary>
internal interface IStoragePlace
{
    /// <summary>The documents.</summary>
    SetAsideDamaged Documents { get; }

    /// <summary>The queues.</summary>
    IMessageQueue Queues { get; }

    /// <summary>The folder that emails are written to when there is no mail server.</summary>
    string Outbox { get; }

    /// <summary>How many operations were asked of an account until now, by kind; none where it is no account.</summary>
    IReadOnlyDictionary<string, int> Operations { get; }

    /// <summary>Whether a runner is at work here now; null where that cannot be seen.</summary>
    bool? IsRunning { get; }

    /// <summary>Begins a run; disposing what it returns ends it. Null where there is nothing to end.</summary>
    /// <param name="say">Takes a sentence for the person who runs it, where there is something to say.</param>
    /// <exception cref="FolderInUseException">There is room for one, and another process is it.</exception>
    IDisposable? BeginRun(Action<string>? say = null);
}
