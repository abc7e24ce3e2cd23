using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>Everything as files, below the folder that <c>--data</c> names.</summary>
/// <param name="path">The folder.</param>
/// <param name="time">The clock of the queues.</param>
internal sealed class DataFolder(string path, TimeProvider time) : IStoragePlace
{
    private readonly FileDocumentStore _documents = new(System.IO.Path.Combine(path, "documents"));
    private readonly FileMessageQueue _queues = new(System.IO.Path.Combine(path, "queues"), time);

    /// <summary>The folder itself.</summary>
    public string Path => path;

    public IDocumentStore Documents => _documents;

    public IMessageQueue Queues => _queues;

    public string Outbox { get; } = System.IO.Path.Combine(path, "outbox");

    /// <summary>Makes this process the only one that runs here, and frees what one that has ended was working on.</summary>
    public IDisposable BeginRun()
    {
        var running = RunLock.Take(path);
        _documents.RemoveUnfinished();
        _queues.ReleaseInterrupted(NewsAlerts.Storage.Queues.All);
        return running;
    }
}
