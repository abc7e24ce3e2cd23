using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NewsAlerts.AzureStorage;
using NewsAlerts.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace NewsAlerts.Functions;

/// <summary>Keeps what the host has given up, before it expires in the host's own poison queues after a week.</summary>
internal sealed partial class KeepPoisonFunctions(PoisonMessages poison, ILogger<KeepPoisonFunctions> logger)
{
    private const string Suffix = "-poison";
    private const string Reason = "it failed at every try; the telemetry of that time says why";

    [Function("KeepPoisonPolls")]
    public Task KeepPollsAsync(
        [QueueTrigger(Queues.Polls + Suffix, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        KeepAsync(Queues.Polls, message, cancellationToken);

    [Function("KeepPoisonNewItems")]
    public Task KeepNewItemsAsync(
        [QueueTrigger(Queues.NewItems + Suffix, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        KeepAsync(Queues.NewItems, message, cancellationToken);

    [Function("KeepPoisonAlerts")]
    public Task KeepAlertsAsync(
        [QueueTrigger(Queues.Alerts + Suffix, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        KeepAsync(Queues.Alerts, message, cancellationToken);

    private async Task KeepAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        await poison.KeepAsync(queue, message.MessageId, message.Body.ToMemory(), Reason, cancellationToken);
        Log.Kept(logger, queue, message.MessageId, Reason);
    }

    private static partial class Log
    {
        [LoggerMessage(600, LogLevel.Error, "{Queue}: message {Id} is kept as poison: {Reason}")]
        public static partial void Kept(ILogger logger, string queue, string id, string reason);
    }
}
