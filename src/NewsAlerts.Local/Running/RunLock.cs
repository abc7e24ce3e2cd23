using System.Globalization;
using System.Text;
using NewsAlerts.Local.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>Makes a process the only one that runs the service in a data folder, until it ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private const string LockName = "run.lock";
    private const string OwnerName = "run.pid";

    // Somebody who asks whether the folder is taken has the file open for a moment.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _lock;
    private readonly string _owner;

    private RunLock(FileStream @lock, string owner)
    {
        _lock = @lock;
        _owner = owner;
    }

    /// <summary>The names of its files.</summary>
    public static IReadOnlyList<string> Names { get; } = [LockName, OwnerName];

    /// <summary>Takes the folder.</summary>
    /// <exception cref="FolderInUseException">Another process has it; the message says which.</exception>
    public static RunLock Take(string folder)
    {
        PrivateFiles.CreateFolder(folder);
        var owner = Path.Combine(folder, OwnerName);
        FileStream? taken = null;
        SpinWait.SpinUntil(() => (taken = TryTake(folder)) is not null, Patience);
        if (taken is null)
        {
            throw new FolderInUseException(
                $"{folder} is in use: {NameOf(owner)} already runs on it. Stop that one first, or name another folder with --data.");
        }

        try
        {
            using (var file = PrivateFiles.Open(owner, FileMode.Create))
            {
                file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            }

            return new RunLock(taken, owner);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Whether a process has the folder now.</summary>
    public static bool IsTaken(string folder)
    {
        var path = Path.Combine(folder, LockName);
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = TryOpen(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));
        return file is null;
    }

    private static FileStream? TryTake(string folder) =>
        TryOpen(() => PrivateFiles.Open(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite));

    private static FileStream? TryOpen(Func<FileStream> open)
    {
        try
        {
            return open();
        }
        catch (IOException e) when (SharingViolation.Is(e))
        {
            return null;
        }
    }

    private static string NameOf(string owner) =>
        File.Exists(owner) && File.ReadAllText(owner).Trim() is { Length: > 0 } id ? $"process {id}" : "another process";

    public void Dispose()
    {
        File.Delete(_owner);
        _lock.Dispose();
    }
}
