using System.Globalization;
using NewsAlerts.Explaining;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;
using NewsAlerts.Rules.Explaining;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Why;

/// <summary>Prints an article's explanation for people, in 80 columns.</summary>
internal sealed class WhyReport(TextWriter output, DateTimeOffset now)
{
    private readonly Lines _lines = new(output);

    public void Print(ArticleExplanation explanation)
    {
        if (explanation.Sightings.Count == 0)
        {
            PrintNotSeen(explanation);
            return;
        }

        foreach (var sighting in explanation.Sightings)
        {
            PrintArticle(sighting);
            PrintRules(sighting);
            _lines.Write("");
        }

        if (explanation.RulesLeftOut > 0)
        {
            _lines.WriteSentence($"{Counted.Of(explanation.RulesLeftOut, "other rule")}", "did not match: --rule name says why one of them did not.");
        }

        if (explanation.Alerts.Count == 0)
        {
            _lines.WriteSentence("[bold]It was sent to no destination of alerts.yaml:[/]", "no rule that matches it notifies one.");
        }

        var alerts = new AlertTraceLines(_lines, now);
        foreach (var alert in explanation.Alerts)
        {
            alerts.Print($"[bold]{Markup.Escape(alert.Destination)}[/] ({alert.Type})", alert);
        }

        new WhySubscriberLines(_lines, alerts).Print(explanation);
    }

    private void PrintArticle(Sighting sighting)
    {
        var item = sighting.Item;
        _lines.WriteSentence("[bold]Seen[/]", $"in {CleanText.Of(sighting.Feed)}, {When(item.Seen)}:");
        _lines.WriteSentence("   ", CleanText.Of(item.Item.Title ?? "(no title)"));
        if (item.Item.Link is { } link)
        {
            _lines.Write(Markup.Escape($"    {CleanText.Of(link)}"));
        }

        if (item.Item.Published is { } published)
        {
            _lines.Write($"    published {When(published)}");
        }

        if (item.Quiet is { } quiet)
        {
            _lines.WriteSentence("    [yellow]alerts nobody:[/]", quiet);
        }
    }

    private void PrintRules(Sighting sighting)
    {
        foreach (var rule in sighting.Rules)
        {
            var beginning = rule.IsMatch ? "  [green]match[/]   " : "  no match";
            var feeds = rule.IsFeedChosen ? "" : $"it does not look at this feed, only at {string.Join(", ", rule.Rule.Feeds)}; ";
            _lines.WriteSentence(
                $"{beginning} [bold]{Markup.Escape(rule.Rule.Name)}:[/]", CleanText.Of(feeds + QueryFindingText.Of(rule.Finding)));
        }
    }

    private void PrintNotSeen(ArticleExplanation explanation)
    {
        var isLink = Uri.IsWellFormedUriString(explanation.Asked, UriKind.Absolute);
        var what = isLink ? "this link" : "all of these words in its title";
        _lines.WriteSentence("[bold]Not seen:[/]", explanation.ArchiveBegins is { } begins
            ? $"no item has {what}. The archive begins {When(begins)}."
            : "the archive is empty.");
        if (explanation.Closest.Count > 0)
        {
            _lines.Write("The closest titles:");
            foreach (var closest in explanation.Closest)
            {
                _lines.WriteSentence("   ", CleanText.Of(closest.Item.Item.Title));
                _lines.Write(Markup.Escape($"      {CleanText.Of(closest.Feed)} · {Age.Of(closest.Item.Seen, now)} · {CleanText.Of(closest.Item.Item.Link)}"));
            }
        }

        if (explanation.Feeds.Count == 0 && isLink)
        {
            _lines.Write("None of your feeds is of this site.");
        }

        foreach (var feed in explanation.Feeds)
        {
            var polled = feed.LastPoll is { } last ? $"polled {Age.Of(last, now)}" : "never polled";
            var error = feed.Error is { } why ? $": {why}" : "";
            _lines.WriteSentence($"{Markup.Escape(CleanText.Of(feed.Name))}:", CleanText.Of($"{polled}{error}"));
        }
    }

    private string When(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:d MMM yyyy HH:mm} UTC ({Age.Of(time, now)})");
}
