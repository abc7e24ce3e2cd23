using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Delivery;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Running;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary><c>alerts replay</c> of one delivery.</summary>
internal static class ReplayedDelivery
{
    // Less might name the wrong one: it would go out a second time.
    private const int ShortestId = 8;

    public static async Task<int> RunAsync(
        IStoragePlace place, string id, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        if (id.Length < ShortestId)
        {
            await console.Error.WriteLineAsync($"'{id}' is too short for an id: give {ShortestId} characters or more");
            return ExitCode.WrongInput;
        }

        var poison = new PoisonMessages(place.Documents, place.Queues, TimeProvider.System, NullLogger<PoisonMessages>.Instance);
        var replay = new ReplayDelivery(new DeliverySearch(place.Documents), poison, new StepMessages(place.Queues));
        var found = await replay.RunAsync(id, cancellationToken);
        if (found is not [var delivery])
        {
            await console.Error.WriteLineAsync(found.Count == 0
                ? $"there is no delivery '{id}': 'alerts deliveries' lists those there are"
                : $"several deliveries begin so: {string.Join(", ", found.Select(one => one.Id))}");
            return ExitCode.WrongInput;
        }

        new Lines(console.Output).WriteSentence($"{delivery.Id}:", CleanText.Of(Describe(delivery)));
        return ExitCode.Done;
    }

    private static string Describe(DeliveryRecord delivery)
    {
        var last = Age.Of(delivery.LastTried, TimeProvider.System.GetUtcNow());
        return delivery.Status switch
        {
            DeliveryStatus.Delivered =>
                $"'{delivery.Destination}' has it ({last}), and is sent it once more, with the same id.",
            DeliveryStatus.Poisoned => $"it was given up ({last}), and is sent to '{delivery.Destination}' again, with the same id.",
            DeliveryStatus.Suppressed =>
                $"it was not sent ({last}); where its reader wants it again, it is sent to '{delivery.Destination}', with the same id.",
            _ => $"it is still tried, the last time {last}; what waits for '{delivery.Destination}' is tried now.",
        };
    }
}
