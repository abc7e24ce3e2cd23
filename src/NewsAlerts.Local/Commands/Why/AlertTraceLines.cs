using System.Globalization;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Explaining;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Commands.Status;
using NewsAlerts.Messages;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Why;

/// <summary>Prints what became of an alert for people, in 80 columns.</summary>
internal sealed class AlertTraceLines(Lines lines, DateTimeOffset now)
{
    /// <summary>Prints it.</summary>
    /// <param name="who">Whose alert it is, as markup.</param>
    /// <param name="alert">The alert.</param>
    public void Print(string who, AlertTrace alert)
    {
        var next = alert.NextTry is { } time ? $", to be tried {Due.Of(time, now)}" : "";
        var standing = alert.Standing switch
        {
            AlertStanding.Delivered => "sent",
            AlertStanding.Told => "sent, or given up: the record of it is no more",
            AlertStanding.Poisoned => "not sent; the alert was given up, and 'alerts replay' sends it again",
            AlertStanding.Suppressed => "not sent",
            AlertStanding.Pending or AlertStanding.Retrying => $"not sent yet{next}",
            _ => "not sent",
        };
        var rules = alert.Rules.Count == 0 ? "" : $" for {CleanText.Of(string.Join(", ", alert.Rules))}";
        var reason = alert.Reason is { } why ? $": {why.TrimEnd('.')}" : "";
        lines.WriteSentence($"{who}{Markup.Escape(rules)}:", CleanText.Of($"{standing}{reason}."));
        if (alert.ToldThrough is { } told)
        {
            lines.WriteSentence(
                "    sent through",
                CleanText.Of($"'{told.Item.Title}' of {FeedName.Of(name: null, told.FeedTitle, told.FeedUrl)}, which is the same story."));
        }

        foreach (var attempt in alert.Delivery?.Attempts ?? [])
        {
            var status = attempt.Status is { } code ? $" {code}" : "";
            lines.WriteSentence(
                $"    {Time(attempt.At)} {(attempt.Outcome == DeliveryOutcome.Delivered ? "[green]delivered[/]" : $"[yellow]{attempt.Outcome}[/]".ToLowerInvariant())}{status}:",
                CleanText.Of(attempt.Reason));
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
}
