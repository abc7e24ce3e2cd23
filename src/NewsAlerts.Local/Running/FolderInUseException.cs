namespace NewsAlerts.Local.Running;

/// <summary>Another process runs the service in the same data folder.</summary>
/// <param name="message">Which folder, which process, and what to do.</param>
internal sealed class FolderInUseException(string message) : IOException(message);
