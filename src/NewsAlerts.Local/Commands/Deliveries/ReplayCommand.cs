using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Local.Running;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary><c>alerts replay</c>: sends back to work what was given up.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var queue = new Option<string?>("--queue") { Description = "Only this queue's: polls, new-items or alerts." };
        queue.AcceptOnlyFromAmong([.. Queues.All]);
        var delivery = new Argument<string?>("delivery")
        {
            Description = "Only this one, delivered or not: its id, as 'alerts deliveries' shows it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("replay", "Send back to work what was given up, and try now what waits for its next try.")
        {
            delivery,
            queue,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(delivery) is not null && result.GetValue(queue) is not null)
            {
                result.AddError("A delivery is in no other queue than alerts: leave out --queue.");
            }
        });
        var place = PlaceOptions.ForStorage(command);
        command.SetAction((result, cancellationToken) => result.GetValue(delivery) is { } id
            ? ReplayedDelivery.RunAsync(place.ReadStorage(result), id, result.InvocationConfiguration, cancellationToken)
            : RunAsync(place.ReadStorage(result), result.GetValue(queue), result.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IStoragePlace place, string? queue, TextWriter output, CancellationToken cancellationToken)
    {
        var poison = new PoisonMessages(place.Documents, place.Queues, TimeProvider.System, NullLogger<PoisonMessages>.Instance);
        foreach (var name in queue is null ? Queues.All : [queue])
        {
            var count = await poison.ReplayAsync(name, cancellationToken);
            await output.WriteLineAsync(count == 0 ? $"{name}: nothing was given up" : $"{name}: {count} sent back to work");
        }

        if (queue is null or Queues.Alerts)
        {
            await TryNowAsync(place, output, cancellationToken);
        }

        return ExitCode.Done;
    }

    // What is only waiting for its next try need not wait for it: whoever replays has mended something.
    private static async Task TryNowAsync(IStoragePlace place, TextWriter output, CancellationToken cancellationToken)
    {
        var messages = new StepMessages(place.Queues);
        var waiting = new DestinationStates(place.Documents).ListAsync(cancellationToken)
            .Where(listed => listed.DisabledAddress is not null
                || listed.Next is { Wait: not (SendWait.Digest or SendWait.QuietHours or SendWait.HourlyMost or SendWait.Group) });
        await foreach (var destination in waiting)
        {
            await messages.SendAsync(
                new WakeDestination { Destination = destination.Name, Now = true }, TimeSpan.Zero, cancellationToken);
            await output.WriteLineAsync($"{destination.Name}: what waits is tried now");
        }
    }
}
