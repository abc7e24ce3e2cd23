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
        try
        {
            var file = new FileStream(Path.Combine(folder, "run.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new RunLock(file, owner);
        }
        catch (IOException e) when (SharingViolation.Is(e))
        {
            var process = File.Exists(owner) ? $"process {File.ReadAllText(owner).Trim()}" : "another process";
            throw new FolderInUseException(
                $"{folder} is in use: {process} already runs on it. Stop that one first, or name another folder with --data.");
        }
    }

    public void Dispose()
    {
        File.Delete(_owner);
        _lock.Dispose();
    }
}
