namespace NewsAlerts.AzureStorage;

/// <summary>How a call ended.</summary>
/// <param name="Value">What it returned; null where it ended in an expected error.</param>
/// <param name="Error">The code of the expected error; null where it ended in none.</param>
/// <param name="IsRepeated">
/// Whether the client has sent the request more than once, since the first got no answer, or one that says nothing: that one
/// may have been carried out, and the error of a later one may be its doing.
/// </param>
internal readonly record struct StorageAnswer<T>(T? Value, string? Error, bool IsRepeated);
