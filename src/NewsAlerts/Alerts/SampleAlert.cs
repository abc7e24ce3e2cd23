using System.Globalization;
using NewsAlerts.Items;
using NewsAlerts.Rules;

namespace NewsAlerts.Alerts;

/// <summary>An alert of nothing that happened, which says so: to see what a destination makes of one.</summary>
internal static class SampleAlert
{
    private const string Word = "test";

    /// <summary>The alert.</summary>
    /// <param name="destination">Whom it is for.</param>
    /// <param name="rules">What it is said to have matched; a rule called Test where there is none.</param>
    /// <param name="now">The time, UTC; at another time it is another alert.</param>
    public static Alert Of(string destination, IReadOnlyList<AlertRule> rules, DateTimeOffset now)
    {
        var item = new Item
        {
            Guid = $"test-{now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}",
            Title = "This is a test: no news, only a look at an alert",
            Link = "https://example.org/this-is-a-test",
            Published = now,
            Authors = ["News alerts"],
            Summary = "Somebody asked for this test with 'alerts test'. In an alert of real news, this is the passage that "
                + "made a rule match, with its words lit up, as the word test is here.",
        };
        rules = rules.Count > 0 ? rules : [new AlertRule("Test", Word)];
        return new Alert
        {
            Id = AlertId.Of(destination, $"test\n{item.Guid}"),
            Rules = rules,
            ItemId = ItemId.Of(item),
            Item = item,
            Feed = new AlertFeed("Test", "https://example.org/"),
            Seen = now,
            Matched =
            [
                .. Places(item.Title).Select(start => new MatchedWord(rules[0].Name, TextField.Title, Word, start, Word.Length)),
                .. Places(item.Summary).Select(start => new MatchedWord(rules[0].Name, TextField.Summary, Word, start, Word.Length)),
            ],
        };
    }

    private static IEnumerable<int> Places(string text)
    {
        for (var i = text.IndexOf(Word, StringComparison.Ordinal); i >= 0; i = text.IndexOf(Word, i + 1, StringComparison.Ordinal))
        {
            yield return i;
        }
    }
}
