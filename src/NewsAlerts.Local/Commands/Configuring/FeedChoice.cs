using NewsAlerts.Messages;
using NewsAlerts.Polling.Finding;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary>Lets a person choose one of the feeds that were found.</summary>
internal sealed class FeedChoice(IReadOnlyList<FoundFeed> feeds, DateTimeOffset now)
{
    /// <summary>Shows the feeds, and chooses: the only one, the one of that number, or the one that is picked on a terminal.</summary>
    /// <returns>The chosen one; null where it is not known which one is meant, which has been said then.</returns>
    public FoundFeed? Choose(int? number, IAnsiConsole console, TextWriter error)
    {
        if (number is null && feeds.Count > 1 && console.Profile.Capabilities.Interactive && !Console.IsInputRedirected)
        {
            return console.Prompt(new SelectionPrompt<FoundFeed>()
                .Title("Which one?")
                .UseConverter(feed => $"{Describe(feed)} [dim]{Markup.Escape(feed.Url)}[/]")
                .AddChoices(feeds));
        }

        foreach (var (index, feed) in feeds.Index())
        {
            console.MarkupLine($"{index + 1}  {Describe(feed)}");
            console.MarkupLineInterpolated($"   {feed.Url}");
        }

        if (feeds.Count == 1 && number is null or 1)
        {
            return feeds[0];
        }

        if (number >= 1 && number <= feeds.Count)
        {
            return feeds[number.Value - 1];
        }

        error.WriteLine(number is null
            ? $"alerts: there are {feeds.Count} feeds: add '--pick 1' to '--pick {feeds.Count}', or '--yes' for the first."
            : $"alerts: there is no feed {number}: there {(feeds.Count == 1 ? "is" : "are")} {Counted.Of(feeds.Count, "feed")}.");
        return null;
    }

    private string Describe(FoundFeed feed)
    {
        var newest = feed.Newest is { } time ? $", newest {Age.Of(time, now)}" : "";
        var format = feed.Document.Format.ToString().ToLowerInvariant();
        return $"{Markup.Escape(feed.Document.Title ?? "(no title)")} - {format}, {Counted.Of(feed.Document.Items.Count, "item")}{newest}";
    }
}
