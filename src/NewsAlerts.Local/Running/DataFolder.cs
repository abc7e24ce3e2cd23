using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>Everything as files, below the folder that <c>--data</c> names.</summary>
/// <param name="path">The folder.</param>
/// <param name="time">The clock of the queues.</param>
internal sealed class DataFolder(string path, TimeProvider time) : IStoragePlace
{
    /// <summary>The folder itself.</summary>
    public string Path => path;

    public string Outbox { get; } = System.IO.Path.Combine(path, "outbox");

    /// <summary>The documents.</summary>
    public FileDocumentStore Documents { get; } = new(System.IO.Path.Combine(path, "documents"));

    /// <summary>The queues.</summary>
    public FileMessageQueue Queues { get; } = new(System.IO.Path.Combine(path, "queues"), time);

    public IReadOnlyDictionary<string, int> Operations { get; } = new Dictionary<string, int>();

    IDocumentStore IStoragePlace.Documents => Documents;

    IMessageQueue IStoragePlace.Queues => Queues;

    /// <summary>
    /// Makes this process the only one that runs here, and takes up what one that has ended was working on.
    /// </summary>
    public IDisposable BeginRun()
    {
        var running = RunLock.Take(path);
        Documents.RemoveUnfinished();
        Queues.ReleaseInterrupted(NewsAlerts.Storage.Queues.All);
        return running;
    }
}
