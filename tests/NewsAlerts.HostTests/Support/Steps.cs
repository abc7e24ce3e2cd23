using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Delivery;
using NewsAlerts.Matching;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Support;

/// <summary>Runs the steps as a host does.</summary>
internal static class Steps
{
    /// <summary>Lets the step of a message's queue work on it.</summary>
    public static Task WorkAsync(this IServiceProvider services, QueueMessage message, CancellationToken cancellationToken) => message.Queue switch
    {
        Queues.Polls => services.GetRequiredService<PollFeeds>().RunAsync(PollMessages.ReadPollShard(message.Body), message.Id, cancellationToken),
        Queues.NewItems => services.GetRequiredService<MatchItems>().RunAsync(PollMessages.ReadMatchBatch(message.Body), cancellationToken),
        _ => services.GetRequiredService<SendAlerts>().RunAsync(DeliveryMessages.Read(message.Body), message.Id, cancellationToken),
    };
}
