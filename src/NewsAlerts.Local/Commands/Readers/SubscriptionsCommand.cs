using System.CommandLine;
using System.Runtime.CompilerServices;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Running;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Local.Commands.Readers;

/// <summary><c>alerts subscriptions</c>: the people who subscribe by themselves, and what they subscribe to.</summary>
internal static class SubscriptionsCommand
{
    private const int MostShown = 50;

    public static Command Create()
    {
        var address = new Option<string?>("--address") { Description = "Only that of this email address.", HelpName = "address" };
        var json = CommonOptions.Json("an object for each person");
        var command = new Command("subscriptions", "Show who has subscribed by email, and to what; or forget somebody.") { address, json };
        var place = PlaceOptions.ForStorage(command);
        command.Subcommands.Add(Remove(place));
        command.SetAction(async (result, cancellationToken) =>
        {
            var output = result.InvocationConfiguration.Output;
            var subscribers = Open(place.ReadStorage(result));
            var found = result.GetValue(address) is { } asked
                ? OneAsync(subscribers, asked, cancellationToken)
                : subscribers.ReadAllAsync(cancellationToken);
            if (result.GetValue(json))
            {
                await foreach (var subscriber in found)
                {
                    await output.WriteLineAsync(JsonLines.Of(subscriber));
                }
            }
            else
            {
                new SubscriptionsReport(output, TimeProvider.System.GetUtcNow()).Print(await found.Take(MostShown + 1).ToListAsync(cancellationToken), MostShown);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove(PlaceOptions options) => RemoveCommand.Create(
        options,
        "Forget somebody: the address, the subscriptions, what waits to be sent.",
        (place, address, cancellationToken) => new ForgetSubscriber(Open(place), new DestinationStates(place.Documents))
            .RunAsync(SubscriberId.Of(address), cancellationToken),
        nothing: "nobody has subscribed as",
        done: "is forgotten, with all subscriptions.");

    private static Subscribers Open(IStoragePlace place) => new(place.Documents, TimeProvider.System);

    private static async IAsyncEnumerable<Subscriber> OneAsync(
        Subscribers subscribers, string address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await subscribers.FindAsync(SubscriberId.Of(address), cancellationToken) is { } subscriber)
        {
            yield return subscriber;
        }
    }
}
