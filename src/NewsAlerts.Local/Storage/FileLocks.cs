using System.Text;

namespace NewsAlerts.Local.Storage;

/// <summary>
/// Locks by name, across threads and processes. A fixed number of lock files is shared by all names and never deleted:
/// a lock file that comes and goes can be held by two processes at once.
/// </summary>
/// <param name="folder">Where the lock files are; made when first needed.</param>
internal sealed class FileLocks(string folder)
{
    private const int Count = 64;

    private readonly SemaphoreSlim[] _inProcess = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the lock of a name; disposing what it returns gives it back.</summary>
    public async Task<IDisposable> AcquireAsync(string name, CancellationToken cancellationToken)
    {
        var index = IndexOf(name);
        await _inProcess[index].WaitAsync(cancellationToken);
        try
        {
            return new Held(await OpenAsync(Path.Combine(folder, $"{index:x2}"), cancellationToken), _inProcess[index]);
        }
        catch
        {
            _inProcess[index].Release();
            throw;
        }
    }

    private async Task<FileStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        PrivateFiles.CreateFolder(folder);
        while (true)
        {
            try
            {
                return PrivateFiles.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
            }
            catch (IOException e) when (SharingViolation.Is(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2), cancellationToken);
            }
        }
    }

    // Every process must come to the same index, which string.GetHashCode does not promise.
    private static int IndexOf(string name)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ b) * 16777619;
        }

        return (int)(hash % Count);
    }

    private sealed class Held(FileStream file, SemaphoreSlim inProcess) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            inProcess.Release();
        }
    }
}
