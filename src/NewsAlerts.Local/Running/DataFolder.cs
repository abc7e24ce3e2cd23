using NewsAlerts.Local.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>Where everything is below the folder that <c>--data</c> names.</summary>
/// <param name="path">The folder.</param>
/// <param name="time">The clock of the queues.</param>
internal sealed class DataFolder(string path, TimeProvider time)
{
    /// <summary>The folder itself.</summary>
    public string Path => path;

    /// <summary>Where emails are written when there is no mail server.</summary>
    public string Outbox { get; } = System.IO.Path.Combine(path, "outbox");

    /// <summary>The documents.</summary>
    public FileDocumentStore Documents { get; } = new(System.IO.Path.Combine(path, "documents"));

    /// <summary>The queues.</summary>
    public FileMessageQueue Queues { get; } = new(System.IO.Path.Combine(path, "queues"), time);
}
