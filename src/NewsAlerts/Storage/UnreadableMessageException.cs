namespace NewsAlerts.Storage;

/// <summary>A queue message is not what its queue carries: trying again cannot help, so it belongs into poison at once.</summary>
internal sealed class UnreadableMessageException(string message, Exception? inner = null) : Exception(message, inner);
