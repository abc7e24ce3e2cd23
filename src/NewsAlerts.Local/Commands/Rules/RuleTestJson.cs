using NewsAlerts.Explaining;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Local.Commands.Printing;

namespace NewsAlerts.Local.Commands.Rules;

/// <summary>A rule test as one line of JSON.</summary>
internal static class RuleTestJson
{
    public static string Of(RuleTest test) => JsonLines.Of(new
    {
        test.From,
        test.To,
        test.ArchiveBegins,
        test.Items,
        test.Matches,
        test.Quiet,
        test.Alerts,
        test.Stories,
        test.Days,
        Newest = test.Newest.Select(found => new
        {
            found.Item.Item.Title,
            found.Item.Item.Link,
            found.Feed,
            FeedUrl = AddressSecrets.Redact(found.Item.FeedUrl),
            found.Item.Seen,
            found.Item.Item.Published,
            found.Item.Quiet,
            Matched = found.Places.Select(place => new
            {
                place.Field,
                Text = found.Text[place.Field].Substring(place.Start, place.Length),
                place.Start,
                place.Length,
            }),
        }),
        test.Beside,
    });
}
