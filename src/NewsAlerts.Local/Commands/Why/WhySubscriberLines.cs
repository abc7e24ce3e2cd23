using NewsAlerts.Explaining;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;
using NewsAlerts.Subscriptions;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Why;

/// <summary>Prints what an article is to people who subscribe, in 80 columns: of nobody who was not asked for more than that there are some.</summary>
internal sealed class WhySubscriberLines(Lines lines, AlertTraceLines alerts)
{
    // Of more subscriptions, those that match come first.
    private const int MostShown = 30;

    public void Print(ArticleExplanation explanation)
    {
        if (explanation.People is { } people)
        {
            lines.WriteSentence("[bold]People who subscribe:[/]", explanation.Subscriber is null && people > 0
                ? $"{How(people)}. --subscriber address says why and when it was sent to one of them."
                : $"{How(people)}.");
        }

        if (explanation.Subscriber is { } subscriber)
        {
            Print(subscriber, Markup.Escape(CleanText.Of(subscriber.Asked)));
        }
    }

    private static string How(int people) => people switch
    {
        0 => "nobody's subscription matches it",
        1 => "1 has a subscription that matches it",
        _ => $"{Counted.Of(people, "person", "people")} have a subscription that matches it",
    };

    private void Print(SubscriberExplanation subscriber, string name)
    {
        lines.Write("");
        if (!subscriber.IsKnown)
        {
            lines.WriteSentence($"[bold]{name}:[/]", "nobody subscribes under this address or id.");
            return;
        }

        lines.Write($"[bold]{name}[/]");
        if (subscriber.Suspended is { } suspended)
        {
            lines.WriteSentence("  [red]suspended[/]", $"nothing is sent to the address: {CleanText.Of(suspended.Reason)}");
        }

        foreach (var finding in subscriber.Subscriptions.Take(MostShown))
        {
            var beginning = finding.IsMatch ? "  [green]match[/]   " : "  no match";
            lines.WriteSentence($"{beginning} [bold]{Markup.Escape(NameOf(finding.Subscription))}:[/]", CleanText.Of(finding.Why));
        }

        if (subscriber.Subscriptions.Count > MostShown)
        {
            lines.Write($"  and {Counted.Of(subscriber.Subscriptions.Count - MostShown, "other subscription")}: --json shows all");
        }

        if (subscriber.Pending > 0)
        {
            lines.Write($"  [yellow]{Counted.Of(subscriber.Pending, "request waits", "requests wait")} to be confirmed[/], and nothing is sent by it before");
        }

        foreach (var (trace, by) in subscriber.Alerts)
        {
            var schedule = by is null ? "" : $", {by.Send}, {by.TimeZone}";
            alerts.Print($"[bold]{name}[/] (email{Markup.Escape(schedule)})", trace);
        }

        if (subscriber.Alerts.Count == 0)
        {
            lines.WriteSentence($"[bold]{name}[/]", "was sent nothing of it, and is not to be.");
        }
    }

    private static string NameOf(Subscription subscription) =>
        CleanText.Of(subscription.Query ?? $"the rule '{subscription.Rule}'");
}
