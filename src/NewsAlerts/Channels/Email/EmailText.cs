using NewsAlerts.Alerts;
using NewsAlerts.Alerts.Texts;

namespace NewsAlerts.Channels.Email;

/// <summary>What an email says, whichever of its parts says it: the message, in its reader's language and time zone.</summary>
/// <param name="Message">What it tells.</param>
/// <param name="Destination">Whom it is for.</param>
/// <param name="Delivery">The delivery that it is.</param>
internal sealed record EmailText(MessageText Message, Destination Destination, Delivery Delivery)
{
    /// <summary>The language of all that is not the feed's.</summary>
    public ILanguage Language => Message.Language;

    /// <summary>What to say in an email.</summary>
    public static EmailText Of(Destination destination, Delivery delivery) =>
        new(MessageText.Of(delivery.Alerts, delivery.Digest, destination.Texts), destination, delivery);

    /// <summary>When an alert's item was published, by the reader's clock.</summary>
    public string TimeOf(AlertText alert) => ReaderTime.Of(alert.Time, Destination.Timing.TimeZone, Language);

    /// <summary>How long ago that was.</summary>
    public string AgeOf(AlertText alert) => Age.Of(alert.Time, Delivery.Now, Language);

    /// <summary>What stands before the rules of an alert.</summary>
    public string RulesLabel => Language.Labelled(Language.Matches, "").TrimEnd();

    /// <summary>Why it comes.</summary>
    /// <param name="destination">The destination's name, as this part of the email writes it.</param>
    public string Reason(string destination) => Destination.IsSubscriber
        ? Language.BecauseSubscribed(Message.What)
        : Language.BecauseOfRules(Message.What, destination);
}
