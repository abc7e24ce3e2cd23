using System.Globalization;
using System.Text;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>A kind of incident, and how it is put into words.</summary>
/// <param name="Id">Its name for programs; stored for months.</param>
/// <param name="Begun">That one has begun; {0} is its name.</param>
/// <param name="ManyBegun">That several have begun; {0} is how many.</param>
/// <param name="Ended">That one is over; {0} is its name.</param>
/// <param name="ManyEnded">That several are over; {0} is how many.</param>
internal sealed record IncidentKind(string Id, string Begun, string ManyBegun, string Ended, string ManyEnded)
{
    /// <summary>A feed that every poll of a day has failed for.</summary>
    public static readonly IncidentKind FeedFailing = new(
        "feed.failing",
        "{0} has been failing for a day", "{0} feeds have been failing for a day",
        "{0} is failing no more", "{0} feeds are failing no more");

    /// <summary>A rule that nothing has matched for much longer than ever before.</summary>
    public static readonly IncidentKind RuleSilent = new(
        "rule.silent",
        "The rule {0} has fallen silent", "{0} rules have fallen silent",
        "The rule {0} is silent no more", "{0} rules are silent no more");

    /// <summary>Messages of a queue that were given up on one day.</summary>
    public static readonly IncidentKind Poison = new(
        "message.poison",
        "Messages of the queue {0} were given up", "Messages of {0} queues were given up",
        "What was given up of the queue {0} is seen to", "What was given up of {0} queues is seen to");

    /// <summary>Feeds that nobody polls.</summary>
    public static readonly IncidentKind PollingStopped = new(
        "polling.stopped",
        "Feeds have not been polled for an hour", "Feeds have not been polled for an hour",
        "Feeds are polled again", "Feeds are polled again");

    /// <summary>A destination that is sent nothing until its address changes.</summary>
    public static readonly IncidentKind DestinationDisabled = new(
        "destination.disabled",
        "The destination {0} is disabled", "{0} destinations are disabled",
        "The destination {0} is disabled no more", "{0} destinations are disabled no more");

    /// <summary>A destination that every attempt of a day has failed for.</summary>
    public static readonly IncidentKind DestinationFailing = new(
        "destination.failing",
        "The destination {0} has been failing for a day", "{0} destinations have been failing for a day",
        "The destination {0} is failing no more", "{0} destinations are failing no more");

    /// <summary>A destination that is disabled or fails, and for which alerts waited so long that they were dropped.</summary>
    public static readonly IncidentKind AlertsDropped = new(
        "destination.dropped",
        "Alerts for the destination {0} were dropped", "Alerts for {0} destinations were dropped",
        "Alerts reach the destination {0} again", "Alerts reach {0} destinations again");

    /// <summary>A document that could not be read.</summary>
    public static readonly IncidentKind DocumentDamaged = new(
        "document.damaged",
        "The document {0} could not be read", "{0} documents could not be read",
        "What was left of the document {0} is seen to", "What was left of {0} documents is seen to");

    /// <summary>A mail server that refuses us, whomever an email is for.</summary>
    public static readonly IncidentKind SenderRefused = new(
        "sender.refused",
        "Emails are held up at {0}", "Emails are held up at {0} mail servers",
        "Emails are held up at {0} no more", "Emails are held up at {0} mail servers no more");

    /// <summary>An alerts.yaml with mistakes, while an older one goes on.</summary>
    public static readonly IncidentKind ConfigurationRefused = new(
        "configuration.refused",
        "A new configuration is refused", "New configurations are refused",
        "The newest configuration holds again", "The newest configurations hold again");

    private static readonly Dictionary<string, IncidentKind> Known =
        ((IncidentKind[])
        [
            FeedFailing, RuleSilent, Poison, PollingStopped, DestinationDisabled, DestinationFailing, AlertsDropped, DocumentDamaged,
            SenderRefused, ConfigurationRefused,
        ])
        .ToDictionary(kind => kind.Id);

    /// <summary>The kind of an id; null where it is of another version.</summary>
    public static IncidentKind? Find(string id) => Known.GetValueOrDefault(id);

    /// <summary>That these incidents of the kind, at least one, have begun.</summary>
    public string Begin(IReadOnlyList<Incident> incidents) => Say(Begun, ManyBegun, incidents);

    /// <summary>That these incidents of the kind, at least one, are over.</summary>
    public string End(IReadOnlyList<Incident> incidents) => Say(Ended, ManyEnded, incidents);

    private static string Say(string one, string many, IReadOnlyList<Incident> incidents)
    {
        var names = incidents.Select(incident => incident.Name).Distinct().ToList();
        return names.Count == 1
            ? string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(one), names[0])
            : string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(many), names.Count);
    }
}
