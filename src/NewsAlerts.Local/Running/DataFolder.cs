using NewsAlerts.Local.Storage;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>Everything as files, below the folder that <c>--data</c> names.</summary>
internal sealed class DataFolder : IStoragePlace
{
    private const string DocumentsName = "documents";
    private const string QueuesName = "queues";
    private const string OutboxName = "outbox";

    private readonly FileDocumentStore _files;

    public DataFolder(string path, TimeProvider time)
    {
        Path = path;
        Outbox = System.IO.Path.Combine(path, OutboxName);
        _files = new FileDocumentStore(System.IO.Path.Combine(path, DocumentsName));
        Documents = new SetAsideDamaged(_files, time, FeedShards.AssignedBy);
        Queues = new FileMessageQueue(System.IO.Path.Combine(path, QueuesName), time);
    }

    /// <summary>The folder itself.</summary>
    public string Path { get; }

    public string Outbox { get; }

    /// <summary>The documents.</summary>
    public SetAsideDamaged Documents { get; }

    /// <summary>The queues.</summary>
    public FileMessageQueue Queues { get; }

    public IReadOnlyDictionary<string, int> Operations { get; } = new Dictionary<string, int>();

    public bool? IsRunning => RunLock.IsTaken(Path);

    IMessageQueue IStoragePlace.Queues => Queues;

    /// <summary>
    /// Makes this process the only one that runs here, and takes up what one that has ended was working on.
    /// </summary>
    public IDisposable BeginRun(Action<string>? say = null)
    {
        var running = RunLock.Take(Path);
        if (CloseToOthers() is { } closed)
        {
            say?.Invoke(closed);
        }

        _files.RemoveUnfinished();
        Queues.ReleaseInterrupted(NewsAlerts.Storage.Queues.All);
        return running;
    }

    // The folder may hold other things than ours, as where it is the one that the program was started in: those stay as they are.
    private string? CloseToOthers()
    {
        string[] names = [DocumentsName, QueuesName, OutboxName, .. RunLock.Names];
        string[] ours = [.. names.Select(name => System.IO.Path.Combine(Path, name))];
        try
        {
            var wasOpen = false;
            foreach (var path in ours)
            {
                wasOpen |= PrivateFiles.Close(path);
            }

            var isOurs = !Directory.EnumerateFileSystemEntries(Path).Except(ours).Any();
            return (isOurs && PrivateFiles.Close(Path)) || wasOpen
                ? $"{Path} could be read by others, with the addresses and emails in it: now only its owner can read it."
                : null;
        }
        catch (UnauthorizedAccessException e)
        {
            return $"{Path} can be read by others, with the addresses and emails in it, and that cannot be changed: {e.Message}";
        }
    }
}
