using Microsoft.Azure.Functions.Worker;
using NewsAlerts.AzureStorage;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace NewsAlerts.Functions;

/// <summary>Runs the second step for each message of its queue.</summary>
internal sealed class PollFeedsFunction(PollFeeds step, QueueWork work)
{
    [Function(nameof(PollFeeds))]
    public Task RunAsync(
        [QueueTrigger(Queues.Polls, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        work.RunAsync(
            Queues.Polls,
            message,
            body => step.RunAsync(PollMessages.ReadPollShard(body), message.MessageId, cancellationToken),
            cancellationToken);
}
