using Microsoft.Azure.Functions.Worker;
using NewsAlerts.AzureStorage;
using NewsAlerts.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace NewsAlerts.Functions;

/// <summary>Keeps what the host has given up, before it expires in the host's own poison queues after a week.</summary>
internal sealed class KeepPoisonFunctions(PoisonMessages poison)
{
    /// <summary>The name of the function that keeps polls.</summary>
    public const string Polls = "KeepPoisonPolls";

    /// <summary>The name of the function that keeps lists of new items.</summary>
    public const string NewItems = "KeepPoisonNewItems";

    /// <summary>The name of the function that keeps alerts.</summary>
    public const string Alerts = "KeepPoisonAlerts";

    private const string Suffix = "-poison";
    private const string Reason = "it failed at every try; the telemetry of that time says why";

    [Function(Polls)]
    public Task KeepPollsAsync(
        [QueueTrigger(Queues.Polls + Suffix, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        KeepAsync(Queues.Polls, message, cancellationToken);

    [Function(NewItems)]
    public Task KeepNewItemsAsync(
        [QueueTrigger(Queues.NewItems + Suffix, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        KeepAsync(Queues.NewItems, message, cancellationToken);

    [Function(Alerts)]
    public Task KeepAlertsAsync(
        [QueueTrigger(Queues.Alerts + Suffix, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        KeepAsync(Queues.Alerts, message, cancellationToken);

    private Task KeepAsync(string queue, QueueMessage message, CancellationToken cancellationToken) =>
        poison.KeepAsync(queue, message.MessageId, message.Body.ToMemory(), Reason, cancellationToken);
}
