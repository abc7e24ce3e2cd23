using Microsoft.Azure.Functions.Worker;
using NewsAlerts.AzureStorage;
using NewsAlerts.Pipeline;
using NewsAlerts.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace NewsAlerts.Functions;

/// <summary>Runs the third step for each message of its queue.</summary>
internal sealed class MatchItemsFunction(MatchItems step)
{
    [Function(nameof(MatchItems))]
    public Task RunAsync(
        [QueueTrigger(Queues.NewItems, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        step.RunAsync(Messages.ReadMatchBatch(message.Body.ToMemory()), cancellationToken);
}
