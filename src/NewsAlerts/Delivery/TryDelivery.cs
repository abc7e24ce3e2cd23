using Microsoft.Extensions.Logging;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Messages;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Subscriptions.Suppressed;

namespace NewsAlerts.Delivery;

/// <summary>
/// Tries to deliver once, unless the reader wants nothing more. A subscriber whose address does not exist is suspended: what a
/// mail server says of an address holds until its reader confirms another request. What is the sender's fault, the operator hears of.
/// </summary>
internal sealed partial class TryDelivery(
    FindSuppression suppression,
    OfferLinks links,
    Subscribers subscribers,
    ISenderRefusals senders,
    TimeProvider time,
    ILogger<TryDelivery> logger)
{
    private const string Address = "(the address)";

    /// <summary>Tries it. Every answer, and its absence, is a result.</summary>
    public async Task<DeliveryResult> RunAsync(
        Destination destination,
        IChannel channel,
        PlannedDelivery delivery,
        IReadOnlyList<Alert> alerts,
        CancellationToken cancellationToken)
    {
        var unwanted = destination.IsUnwanted(delivery)
            ? "Its reader has ended the subscription."
            : await suppression.RunAsync(destination, cancellationToken);
        if (unwanted is not null)
        {
            return new DeliveryResult(DeliveryOutcome.Suppressed, unwanted);
        }

        var message = new OutgoingMessage(delivery.Id, alerts, time.GetUtcNow())
        {
            Digest = delivery.Digest,
            Notice = delivery.Notice,
            Links = links.Of(destination, alerts),
            Contact = links.Contact,
        };
        var result = await SendAsync(channel, destination, message, cancellationToken);
        if (destination.IsSubscriber)
        {
            result = result with { Reason = WithoutAddress(result.Reason, destination.To ?? Address) };
        }

        if (result.Outcome == DeliveryOutcome.SenderAtFault && !(destination.IsAsked(delivery) && result.IsOfMessage))
        {
            await senders.NoteAsync(result.Reason, cancellationToken);
        }

        if (result.Outcome == DeliveryOutcome.NoSuchAddress && destination.IsSubscriber)
        {
            await SuspendAsync(destination, result.Reason, cancellationToken);
        }

        return result;
    }

    // What a channel does not foresee is a failed attempt like others: it must not strand what waits behind it.
    private async Task<DeliveryResult> SendAsync(
        IChannel channel, Destination destination, OutgoingMessage delivery, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.SendAsync(destination, delivery, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.SendFailed(logger, e, delivery.Id, destination.Name);
            return new DeliveryResult(DeliveryOutcome.Failed, $"It could not be sent, for a reason that is not foreseen ({e.GetType().Name}).");
        }
    }

    // The ledger knows people by their ids alone. Mail servers repeat the address as they were given it, in ASCII.
    private static string WithoutAddress(string reason, string address) => reason
        .Replace(address, Address, StringComparison.OrdinalIgnoreCase)
        .Replace(SubscriberId.Canonical(address), Address, StringComparison.OrdinalIgnoreCase);

    private Task<Subscriber?> SuspendAsync(Destination destination, string reason, CancellationToken cancellationToken) => subscribers.UpdateAsync(
        SubscriberName.Parse(destination.Name).Id,
        subscriber => subscriber is { Suspended: null } ? subscriber with { Suspended = new Suspension(time.GetUtcNow(), reason) } : subscriber,
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(301, LogLevel.Error, "Delivery {Delivery} to {Destination} failed in a way that is not foreseen")]
        public static partial void SendFailed(ILogger logger, Exception exception, string delivery, string destination);
    }
}
