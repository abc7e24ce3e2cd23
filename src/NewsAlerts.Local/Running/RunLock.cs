using System.Globalization;
using NewsAlerts.Local.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>Makes a process the only one that runs the service in a data folder, until it ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _owner;

    private RunLock(FileStream @lock, string owner)
    {
        _lock = @lock;
        _owner = owner;
    }

    /// <summary>Takes the folder.</summary>
    /// <exception cref="FolderInUseException">Another process has it; the message says which.</exception>
    public static RunLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var owner = Path.Combine(folder, "run.pid");
        var taken = Open(Path.Combine(folder, "run.lock"))
            ?? throw new FolderInUseException(
                $"{folder} is in use: {NameOf(owner)} already runs on it. Stop that one first, or name another folder with --data.");
        try
        {
            File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new RunLock(taken, owner);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
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
