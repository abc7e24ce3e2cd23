using Microsoft.Azure.Functions.Worker;
using NewsAlerts.AzureStorage;
using NewsAlerts.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace NewsAlerts.Functions;

/// <summary>Keeps what the host has given up.</summary>
internal sealed class KeepPoisonFunctions(QueueWork work)
{
    /// <summary>The name of the function that keeps polls.</summary>
    public const string Polls = "KeepPoisonPolls";

    /// <summary>The name of the function that keeps lists of new items.</summary>
    public const string NewItems = "KeepPoisonNewItems";

    /// <summary>The name of the function that keeps alerts.</summary>
    public const string Alerts = "KeepPoisonAlerts";

    private const string Suffix = "-poison";

    [Function(Polls)]
    public Task KeepPollsAsync(
        [QueueTrigger(Queues.Polls + Suffix, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        work.KeepAsync(Queues.Polls, message, cancellationToken);

    [Function(NewItems)]
    public Task KeepNewItemsAsync(
        [QueueTrigger(Queues.NewItems + Suffix, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        work.KeepAsync(Queues.NewItems, message, cancellationToken);

    [Function(Alerts)]
    public Task KeepAlertsAsync(
        [QueueTrigger(Queues.Alerts + Suffix, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        work.KeepAsync(Queues.Alerts, message, cancellationToken);
}
