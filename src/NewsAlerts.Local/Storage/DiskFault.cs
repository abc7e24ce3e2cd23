using NewsAlerts.Storage;

namespace NewsAlerts.Local.Storage;

/// <summary>Faults of the disk that a person mends, as other storages report theirs.</summary>
internal static class DiskFault
{
    // errno of Linux and macOS (ENOSPC; EDQUOT of each), and error codes of Windows (ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL).
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Whether there is no room left, or none that we may take.</summary>
    public static bool IsFull(IOException e) => e is not StorageUnavailableException && Full.Contains(e.HResult);

    /// <summary>What to tell of it.</summary>
    public static StorageUnavailableException OutOfRoom(string folder, IOException e) => new(
        StorageProblem.Full,
        $"there is no room left for {Path.GetFullPath(folder)}: make room on its disk, or shorten 'keep' in the settings of "
            + "alerts.yaml; nothing is lost, and the work goes on then",
        e);
}
