namespace NewsAlerts.Local.Storage;

/// <summary>Tells a file that somebody else has open from one that cannot be opened at all.</summary>
internal static class SharingViolation
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    /// <summary>Whether the exception says that somebody else has the file open.</summary>
    public static bool Is(IOException exception) =>
        exception.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock;
}
