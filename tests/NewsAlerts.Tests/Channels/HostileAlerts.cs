using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Rules;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels;

/// <summary>Generates alerts whose every text is hostile, with matched words anywhere, even outside their texts.</summary>
internal static class HostileAlerts
{
    private static readonly Gen<string?> Link = Gen.OneOf(
        Hostile.LongText.Select(text => (string?)text),
        Hostile.Text.Select(text => (string?)$"https://news.example/{text}"),
        Gen.Constant((string?)"javascript:alert(1)"),
        Gen.Constant((string?)null));

    private static readonly Gen<string?> Language = Gen.OneOf(Hostile.Text.Select(text => (string?)text), Gen.Elements("ar", "en-GB", null));

    private static readonly Gen<AlertRule> Rule =
        from name in Hostile.Text
        from query in Hostile.LongText
        select new AlertRule(name, query);

    private static readonly Gen<MatchedWord> Word =
        from field in Gen.Elements(Enum.GetValues<TextField>())
        from start in Gen.Choose(0, 400)
        from length in Gen.Choose(0, 12)
        from text in Hostile.Text
        select new MatchedWord("rule", field, text, start, length);

    public static Gen<Alert> Alert { get; } = Gen.Resize(Any(), 20);

    private static Gen<Alert> Any() =>
        from title in Hostile.LongText
        from summary in Hostile.LongText
        from content in Hostile.LongText
        from link in Link
        from guid in Hostile.LongText
        from source in Hostile.LongText
        from authors in Hostile.LongText.ListOf()
        from rule in Rule
        from rules in Rule.ListOf()
        from words in Word.ListOf()
        from language in Language
        from dated in Gen.Elements(true, false)
        select new Alert
        {
            Id = AlertId.Of("desk", guid),
            Rules = [rule, .. rules],
            ItemId = "0123456789abcdef",
            Item = new Item
            {
                Guid = guid,
                Title = title,
                Summary = summary,
                Content = content,
                Link = link,
                Language = language,
                Authors = [.. authors],
                Published = dated ? Samples.Now : null,
            },
            Feed = new AlertFeed(source, "https://news.example/feed.xml"),
            Seen = Samples.Now,
            Matched = [.. words],
        };
}
