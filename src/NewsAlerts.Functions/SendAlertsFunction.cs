using Microsoft.Azure.Functions.Worker;
using NewsAlerts.AzureStorage;
using NewsAlerts.Delivery;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using QueueMessage = Azure.Storage.Queues.Models.QueueMessage;

namespace NewsAlerts.Functions;

/// <summary>Runs the fourth step for each message of its queue.</summary>
internal sealed class SendAlertsFunction(SendAlerts step, QueueWork work)
{
    [Function(nameof(SendAlerts))]
    public Task RunAsync(
        [QueueTrigger(Queues.Alerts, Connection = StorageAccount.Setting)] QueueMessage message,
        CancellationToken cancellationToken) =>
        work.RunAsync(
            Queues.Alerts,
            message,
            body => step.RunAsync(DeliveryMessages.Read(body), message.MessageId, cancellationToken),
            cancellationToken);
}
