namespace NewsAlerts.Storage;

/// <summary>The storage cannot be reached, or refuses us: it may be there again later.</summary>
/// <param name="message">What it said, without secrets.</param>
/// <param name="innerException">What the call ended with.</param>
public sealed class StorageUnavailableException(string message, Exception innerException)
    : IOException(message, innerException);
