namespace NewsAlerts.Local.Storage;

/// <summary>
/// Files (mode 0600) and folders (0700) that nobody but their owner can read, since subscribers' addresses and emails are in them. On
/// Windows, which has no such modes, a folder's rights come from the one that it is in.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode ModeOfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode ModeOfFolder = ModeOfFile | UnixFileMode.UserExecute;

    // What a link leads to is somebody else's matter.
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Makes a folder, and those that it is in, where they are missing; one that is there keeps its mode.</summary>
    public static void CreateFolder(string path)
    {
        // Each write asks for its folder, which is there but for the first.
        if (Directory.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // The mode is only that of the last folder: those that it is in would be made with the default one.
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent)
        {
            CreateFolder(parent);
        }

        Directory.CreateDirectory(path, ModeOfFolder);
    }

    /// <summary>Opens a file, unbuffered and for this process alone; where it is made, its mode is 0600.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access = FileAccess.Write)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = ModeOfFile;
        }

        return new FileStream(path, options);
    }

    /// <summary>
    /// Takes the rights of others away from a file, or from a folder with everything in it. In a folder that was closed already,
    /// nobody could come to anything: it is not looked through.
    /// </summary>
    /// <returns>Whether others had any.</returns>
    /// <exception cref="UnauthorizedAccessException">It is not ours, or on a disk without modes.</exception>
    public static bool Close(string path)
    {
        if (OperatingSystem.IsWindows() || !Path.Exists(path))
        {
            return false;
        }

        var isFolder = Directory.Exists(path);
        if (!CloseOne(path, isFolder))
        {
            return false;
        }

        if (isFolder)
        {
            foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos("*", Everything))
            {
                CloseOne(entry.FullName, entry is DirectoryInfo);
            }
        }

        return true;
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static bool CloseOne(string path, bool isFolder)
    {
        var mode = File.GetUnixFileMode(path);
        if ((mode & ~ModeOfFolder) == UnixFileMode.None)
        {
            return false;
        }

        File.SetUnixFileMode(path, mode & (isFolder ? ModeOfFolder : ModeOfFile));
        return true;
    }
}
