using Microsoft.Azure.Functions.Worker;
using NewsAlerts.AzureStorage;
using NewsAlerts.Matching;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace NewsAlerts.Functions;

/// <summary>Runs the third step for each message of its queue.</summary>
internal sealed class MatchItemsFunction(MatchItems step, QueueWork work)
{
    [Function(nameof(MatchItems))]
    public Task RunAsync(
        [QueueTrigger(Queues.NewItems, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        work.RunAsync(
            Queues.NewItems,
            message,
            body => step.RunAsync(PollMessages.ReadMatchBatch(body), cancellationToken),
            cancellationToken);
}
