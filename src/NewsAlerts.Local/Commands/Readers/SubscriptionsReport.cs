using System.Globalization;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;
using NewsAlerts.Subscriptions;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Readers;

/// <summary>Prints the people who subscribe for people, in 80 columns.</summary>
internal sealed class SubscriptionsReport(TextWriter output, DateTimeOffset now)
{
    private readonly Lines _lines = new(output);

    /// <summary>Prints them.</summary>
    /// <param name="subscribers">The people, and one more where there are more.</param>
    /// <param name="most">How many to print.</param>
    public void Print(IReadOnlyList<Subscriber> subscribers, int most)
    {
        foreach (var subscriber in subscribers.Take(most))
        {
            Print(subscriber);
        }

        if (subscribers.Count == 0)
        {
            _lines.Write("Nobody has subscribed.");
        }
        else if (subscribers.Count > most)
        {
            _lines.Write("There are more: --json shows all, --address one of them.");
        }
    }

    private void Print(Subscriber subscriber)
    {
        _lines.Write($"[bold]{Markup.Escape(CleanText.Of(subscriber.Address))}[/] ({Markup.Escape(subscriber.Language)})");
        if (subscriber.Suspended is { } suspended)
        {
            _lines.WriteSentence("    [red]suspended[/]", $"since {Day(suspended.At)}: {CleanText.Of(suspended.Reason)}");
        }

        foreach (var subscription in subscriber.Subscriptions)
        {
            _lines.WriteSentence("   ", Text(subscription));
        }

        foreach (var pending in subscriber.Pending)
        {
            var (standing, until) = pending switch
            {
                { Ended: true } => ("    [grey]ended, can be taken back[/]", pending.Until),
                { LinkUntil: { } ended } when ended <= now => ("    [yellow]its link has ended; another one can be asked for[/]", pending.Until),
                _ => ("    [yellow]to be confirmed[/]", pending.LinkUntil ?? pending.Until),
            };
            _lines.WriteSentence(standing, $"until {Day(until)}: {Text(pending.Subscription)}");
        }
    }

    private static string Text(Subscription subscription) =>
        $"{CleanText.Of(subscription.Query ?? $"the rule '{subscription.Rule}'")}: {subscription.Send} ({subscription.TimeZone})";

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
