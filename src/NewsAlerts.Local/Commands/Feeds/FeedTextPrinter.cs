using System.Globalization;
using NewsAlerts.Feeds;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;

namespace NewsAlerts.Local.Commands.Feeds;

/// <summary>Prints an input for people: what the feed says of itself, then its items.</summary>
internal sealed class FeedTextPrinter(TextWriter output) : IFeedPrinter
{
    public async Task PrintAsync(FeedInput input)
    {
        await output.WriteLineAsync(input.Source);
        if (input.Document is not { } feed)
        {
            new Lines(output).WriteSentence($"  {input.Status}:", input.Error ?? "nothing new");
            return;
        }

        var items = Counted.Of(feed.Items.Count, "item");
        var malformed = feed.Malformed ? ", malformed but read" : "";
        await output.WriteLineAsync($"  {feed.Title ?? "(no title)"} - {feed.Format.ToString().ToLowerInvariant()}, {feed.Encoding}, {items}{malformed}");
        foreach (var item in feed.Items)
        {
            await output.WriteLineAsync($"  {Time(item)}  {item.Title ?? item.Summary ?? "(no title)"}");
            if (item.Link is not null)
            {
                await output.WriteLineAsync($"                     {item.Link}");
            }
        }
    }

    private static string Time(Item item) =>
        (item.Published ?? item.Updated)?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "(no date)        ";
}
