using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Channels;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Messages;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Matching;

namespace NewsAlerts.Tests.Channels;

/// <summary>Alerts, and destinations for them, as the tests of the channels need them.</summary>
internal static class Samples
{
    public const string SigningKey = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    public static readonly Alert Lavrov = Lit(
        new Item
        {
            Guid = "tag:world.example,2026:4711",
            Title = "Lavrov: Moscow stands with Beijing on Taiwan",
            Link = "https://world.example/2026/11/lavrov-taiwan?ref=rss&lang=en",
            Published = Now.AddMinutes(-3),
            Authors = ["World desk"],
            Summary = "Russian Foreign Minister Sergei Lavrov has told the state agency Tass that Moscow backs Beijing over "
                + "Taiwan, which he called an inseparable part of China. In the same interview he warned of what he "
                + "described as Japan's militarization, and said that a treaty of 2001 obliges both countries to stand "
                + "by each other when their unity is at stake. Taipei rejected the remarks within the hour.",
        },
        "World wire",
        [new AlertRule("Lavrov on Taiwan", "Lavrov AND Taiwan"), new AlertRule("Japan's defence", "Japan AND (militar* OR defence)")],
        "Lavrov", "Taiwan", "Japan", "militarization");

    public static readonly Alert Arabic = Lit(
        new Item
        {
            Guid = "ar-88",
            Title = "لافروف: موسكو تدعم بكين في مسألة تايوان",
            Link = "https://akhbar.example/88",
            Published = Now.AddMinutes(-47),
            Summary = "قال وزير الخارجية الروسي سيرغي لافروف لوكالة تاس إن بلاده تقف إلى جانب الصين في قضية تايوان، "
                + "محذرا من عسكرة اليابان (Japan) في السنوات الأخيرة.",
        },
        "أخبار العالم",
        [new AlertRule("تايوان", "تايوان")],
        "تايوان", "لافروف");

    public static readonly Alert Japanese = Lit(
        new Item
        {
            Guid = "jp-7",
            Title = "ラブロフ外相、台湾問題で中国を支持",
            Link = "https://shimbun.example/articles/7",
            Published = Now.AddHours(-5),
            Summary = "ロシアのラブロフ外相はタス通信のインタビューで、台湾海峡をめぐる問題では中国の立場を支持すると述べた。"
                + "日本の「軍事化」にも懸念を示し、両国は条約に基づいて互いに協力すると強調した。",
        },
        "世界ニュース",
        [new AlertRule("Taiwan in Japanese news", "台湾 OR 台湾海峡")],
        "台湾");

    /// <summary>The second of three parts, which leaves some alerts out.</summary>
    public static readonly Digest Digest = new(Now.AddHours(-12.5), Now.AddHours(-3.5), "Europe/Berlin") { Part = 2, Parts = 3, More = 12 };

    /// <summary>What the reader of an email is offered.</summary>
    public static readonly ReaderLinks Links = new(
        new Uri("https://alerts.example.org/subscriptions/unsubscribe?token=AQMf0ZGlzay1-_x"),
        new Uri("https://alerts.example.org/subscriptions/manage?token=AQIBZ2VuZXJhbA"));

    /// <summary>Any of the languages that messages are written in.</summary>
    public static Arbitrary<string> LanguageTag { get; } = Gen.Elements(Languages.All.Select(language => language.Tag)).ToArbitrary();

    public static Destination Destination(string type, string url) => new()
    {
        Name = "desk",
        Type = type,
        Url = new Secret(url),
        SigningKeys = [new Secret(SigningKey)],
    };

    public static OutgoingMessage Delivery(params IReadOnlyList<Alert> alerts) =>
        new(DeliveryId.Of(alerts.Select(alert => alert.Id)), alerts, Now);

    /// <summary>An alert with every occurrence of the words lit up, in title, summary and content.</summary>
    public static Alert Lit(Item item, string source, IReadOnlyList<AlertRule> rules, params string[] words)
    {
        (TextField Field, string? Text)[] texts =
            [(TextField.Title, item.Title), (TextField.Summary, item.Summary), (TextField.Body, item.Content)];
        return new Alert
        {
            Id = AlertId.Of("desk", item.Link ?? item.Guid ?? ""),
            Rules = rules,
            ItemId = "0123456789abcdef",
            Item = item,
            Feed = new AlertFeed(source, "https://world.example/feed.xml"),
            Seen = Now.AddMinutes(-1),
            Matched =
            [
                .. from text in texts
                   from word in words
                   from start in Places(text.Text ?? "", word)
                   select new MatchedWord(rules[0].Name, text.Field, word, start, word.Length),
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
