using NewsAlerts.Storage;

namespace NewsAlerts.Local.Storage;

/// <summary>
/// Queues as folders, a message as a file, in the manner of Maildir: written under a temporary name, renamed when
/// whole, and claimed by renaming it, which only one process can do. All that changes about a message is in its name
/// (<see cref="MessageFile"/>), so that each step is one rename.
/// </summary>
/// <param name="folder">The folder; made at the first message.</param>
/// <param name="time">Tells when a message is visible.</param>
internal sealed class FileMessageQueue(string folder, TimeProvider time) : IMessageQueue
{
    private const string TemporarySuffix = ".tmp";

    public async Task SendAsync(string queue, ReadOnlyMemory<byte> body, TimeSpan delay, CancellationToken cancellationToken)
    {
        IMessageQueue.CheckMessage(body, delay);
        var file = new MessageFile(time.GetUtcNow() + delay, Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), 0, 0, IsHeld: false);
        var path = PathOf(queue, file);
        PrivateFiles.CreateFolder(FolderOf(queue));
        try
        {
            await using (var stream = PrivateFiles.Open(path + TemporarySuffix, FileMode.CreateNew))
            {
                await stream.WriteAsync(body, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(path + TemporarySuffix, path);
        }
        catch (IOException e) when (DiskFault.IsFull(e))
        {
            File.Delete(path + TemporarySuffix);
            throw DiskFault.OutOfRoom(folder, e);
        }
        catch
        {
            File.Delete(path + TemporarySuffix);
            throw;
        }
    }

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue, int count, TimeSpan hold, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var messages = new List<QueueMessage>();
        foreach (var file in Files(queue).Where(file => file.IsVisible(now)).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (messages.Count == count)
            {
                break;
            }

            // A hold that has run out means that whoever had it is gone: an interruption, not a failure.
            var claimed = file with
            {
                When = now + hold,
                IsHeld = true,
                Interruptions = file.Interruptions + (file.IsHeld ? 1 : 0),
            };
            if (TryRename(queue, file, claimed))
            {
                var body = await File.ReadAllBytesAsync(PathOf(queue, claimed), cancellationToken);
                messages.Add(new QueueMessage(queue, file.Id, body, QueueMessage.TriesAfter(claimed.Failures, claimed.Interruptions), claimed.Name));
            }
        }

        return messages;
    }

    public Task<QueueMessage?> ExtendAsync(QueueMessage message, TimeSpan hold, CancellationToken cancellationToken)
    {
        var held = Received(message);
        var extended = held with { When = time.GetUtcNow() + hold };
        return Task.FromResult(
            TryRename(message.Queue, held, extended) ? message with { Receipt = extended.Name } : null);
    }

    public Task<bool> ReleaseAsync(
        QueueMessage message, TimeSpan delay, bool countsAsTry, CancellationToken cancellationToken)
    {
        var held = Received(message);
        var free = held with
        {
            When = time.GetUtcNow() + delay,
            IsHeld = false,
            Failures = held.Failures + (countsAsTry ? 1 : 0),
        };
        return Task.FromResult(TryRename(message.Queue, held, free));
    }

    public Task<bool> DeleteAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        // Renamed first: deleting a file that is not there says nothing, and the hold may have been lost.
        var held = Received(message);
        var deleted = PathOf(message.Queue, held) + TemporarySuffix;
        try
        {
            File.Move(PathOf(message.Queue, held), deleted);
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult(false);
        }

        File.Delete(deleted);
        return Task.FromResult(true);
    }

    public Task<QueueCounts> CountAsync(string queue, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var files = Files(queue).ToList();
        var visible = files.Count(file => file.IsVisible(now));
        var held = files.Count(file => file.IsHeld && !file.IsVisible(now));
        return Task.FromResult(new QueueCounts(visible, held, files.Count - visible - held));
    }

    /// <summary>
    /// Frees every held message: for a process that starts as the only one in the folder, to which every hold is that
    /// of a process that has ended.
    /// </summary>
    public void ReleaseInterrupted(IEnumerable<string> queues)
    {
        foreach (var queue in queues.Where(queue => Directory.Exists(FolderOf(queue))))
        {
            foreach (var unfinished in Directory.EnumerateFiles(FolderOf(queue), "*" + TemporarySuffix))
            {
                File.Delete(unfinished);
            }

            foreach (var file in Files(queue).Where(file => file.IsHeld))
            {
                TryRename(queue, file, file with
                {
                    When = time.GetUtcNow(),
                    IsHeld = false,
                    Interruptions = file.Interruptions + 1,
                });
            }
        }
    }

    private static MessageFile Received(QueueMessage message) =>
        MessageFile.Parse(message.Receipt) ?? throw new ArgumentException("the message has no receipt of this queue", nameof(message));

    private List<MessageFile> Files(string queue)
    {
        if (!Directory.Exists(FolderOf(queue)))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(FolderOf(queue)).Select(path => MessageFile.Parse(Path.GetFileName(path))).OfType<MessageFile>()];
    }

    private bool TryRename(string queue, MessageFile from, MessageFile to)
    {
        try
        {
            File.Move(PathOf(queue, from), PathOf(queue, to));
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private string FolderOf(string queue) => Path.Combine(folder, queue);

    private string PathOf(string queue, MessageFile file) => Path.Combine(FolderOf(queue), file.Name);
}
