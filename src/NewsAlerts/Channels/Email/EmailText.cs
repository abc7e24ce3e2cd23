using NewsAlerts.Messages;
using NewsAlerts.Messages.Texts;

namespace NewsAlerts.Channels.Email;

/// <summary>What an email says, whichever of its parts says it: the message, in its reader's language and time zone.</summary>
/// <param name="Message">What it tells.</param>
/// <param name="Destination">Whom it is for.</param>
/// <param name="Delivery">The delivery that it is.</param>
internal sealed record EmailText(MessageText Message, Destination Destination, OutgoingMessage Delivery)
{
    /// <summary>The language of all that is not the feed's.</summary>
    public Language Language => Message.Language;

    /// <summary>What to say in an email.</summary>
    public static EmailText Of(Destination destination, OutgoingMessage delivery) =>
        new(MessageText.Of(delivery.Alerts, delivery.Digest, destination.Texts), destination, delivery);

    /// <summary>When an alert's item was published, by the reader's clock.</summary>
    public string TimeOf(AlertText alert) => ReaderTime.Of(alert.Time, Destination.Timing.TimeZone, Language);

    /// <summary>
    /// Why it comes, and, where the links below do not say so, how it ends: for somebody who may not know this service.
    /// </summary>
    /// <param name="write">How an address is written into this part of the email.</param>
    public string Reason(Func<string, string> write)
    {
        var address = write(Mailbox.AddressOf(Destination));
        var reason = Destination.IsSubscriber
            ? Language.BecauseSubscribed(Message.What, address)
            : Language.BecauseEntered(Message.What, address);
        return Delivery.Links switch
        {
            null => $"{reason} {Language.AskToEnd(Delivery.Contact is { } contact ? write(contact) : null)}",
            _ when Destination.IsSubscriber => reason,
            _ => $"{reason} {Language.EndsForEverybody}",
        };
    }
}
