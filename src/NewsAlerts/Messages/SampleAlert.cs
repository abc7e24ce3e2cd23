using System.Globalization;
using NewsAlerts.Feeds;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Rules;

namespace NewsAlerts.Messages;

/// <summary>An alert of nothing that happened, which says so: to see what a destination makes of one.</summary>
internal static class SampleAlert
{
    /// <summary>The alert.</summary>
    /// <param name="destination">Whom it is for.</param>
    /// <param name="rules">What it is said to have matched; a rule called Test where there is none.</param>
    /// <param name="language">The language that it says it in.</param>
    /// <param name="now">The time, UTC; at another time it is another alert.</param>
    public static Alert Of(string destination, IReadOnlyList<AlertRule> rules, Language language, DateTimeOffset now)
    {
        var word = language.SampleWord;
        var item = new Item
        {
            Guid = $"test-{now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}",
            Title = language.SampleTitle,
            Link = "https://example.org/this-is-a-test",
            Published = now,
            Authors = ["News alerts"],
            Summary = language.SampleSummary,
            Language = language.Tag,
        };
        rules = rules.Count > 0 ? rules : [new AlertRule("Test", word)];
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
                .. Places(item.Title, word).Select(start => new MatchedWord(rules[0].Name, TextField.Title, word, start, word.Length)),
                .. Places(item.Summary, word).Select(start => new MatchedWord(rules[0].Name, TextField.Summary, word, start, word.Length)),
            ],
        };
    }

    private static IEnumerable<int> Places(string text, string word)
    {
        for (var i = text.IndexOf(word, StringComparison.Ordinal); i >= 0; i = text.IndexOf(word, i + 1, StringComparison.Ordinal))
        {
            yield return i;
        }
    }
}
