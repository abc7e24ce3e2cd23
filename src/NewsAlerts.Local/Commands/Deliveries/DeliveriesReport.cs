using System.Globalization;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary>Prints deliveries for people, in 80 columns: each with its id, and what was answered last.</summary>
internal sealed class DeliveriesReport(TextWriter output)
{
    /// <summary>As much of an id as names one; <c>alerts replay</c> takes it.</summary>
    public const int IdLength = 12;

    // All that is kept of it is in the JSON.
    private const int AnswerLimit = 200;

    private const int TitleLimit = 80;

    private readonly Lines _lines = new(output);

    /// <summary>Prints them.</summary>
    /// <param name="deliveries">The deliveries, and one more where there are more.</param>
    /// <param name="most">How many to print.</param>
    public void Print(IReadOnlyList<DeliveryRecord> deliveries, int most)
    {
        foreach (var delivery in deliveries.Take(most))
        {
            Print(delivery);
        }

        if (deliveries.Count == 0)
        {
            _lines.Write("No deliveries.");
        }
        else if (deliveries.Count > most)
        {
            _lines.Write($"There are more: --limit {2 * most} shows them.");
        }
    }

    private void Print(DeliveryRecord delivery)
    {
        var last = delivery.Attempts[^1];
        var when = delivery.LastTried.UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture).PadLeft(12);
        var standing = delivery.Status switch
        {
            DeliveryStatus.Delivered => "[green]delivered[/]",
            DeliveryStatus.Poisoned => "[red]given up[/]",
            DeliveryStatus.Suppressed => "[yellow]not sent[/]",
            _ => "[yellow]not yet[/]",
        };
        var what = delivery.Notice is { } notice ? $"'{Graphemes.Cut(CleanText.Of(notice.Title), TitleLimit)}'" : Counted.Of(delivery.Alerts.Count, "alert");
        _lines.WriteSentence(
            $"{delivery.Id[..IdLength]} {when} {standing}",
            $"{CleanText.Of(delivery.Destination)}: {what}, {Counted.Of(delivery.Attempts.Count, "attempt")}");
        var answer = Graphemes.Cut(CleanText.Of(last.Reason), AnswerLimit);
        var isSaid = last.Status is null || answer.Contains(last.Status.Value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        _lines.WriteSentence("   ", isSaid ? answer : $"{last.Status} {answer}");
    }
}
