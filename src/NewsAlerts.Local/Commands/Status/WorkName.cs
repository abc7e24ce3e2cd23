using NewsAlerts.Storage;

namespace NewsAlerts.Local.Commands.Status;

/// <summary>What the work behind a queue is called where a person reads.</summary>
internal static class WorkName
{
    /// <summary><c>Polling</c>, <c>Matching</c>, <c>Sending</c>; the queue's own name for another one.</summary>
    public static string Of(string queue) => queue switch
    {
        Queues.Polls => "Polling",
        Queues.NewItems => "Matching",
        Queues.Alerts => "Sending",
        _ => queue,
    };
}
