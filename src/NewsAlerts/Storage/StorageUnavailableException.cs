namespace NewsAlerts.Storage;

/// <summary>The storage cannot be reached, or refuses us: it may be there again later.</summary>
/// <param name="code">What is wrong, for programs; see <see cref="StorageProblem"/>.</param>
/// <param name="message">What is wrong and where to mend it, in one line, without secrets.</param>
/// <param name="innerException">What the call ended with; null where no call was made.</param>
public sealed class StorageUnavailableException(string code, string message, Exception? innerException = null)
    : IOException(message, innerException)
{
    /// <summary>What is wrong, for programs.</summary>
    public string Code { get; } = code;

    /// <summary>
    /// Whether the storage is at fault, or the way to it, and not what was asked of it: the same piece of work may succeed
    /// once it is mended, however often it has failed until then.
    /// </summary>
    public bool IsOutage => Code != StorageProblem.Refused;
}
