using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Channels;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels;

/// <summary>Notices as the tests of the channels need them, and hostile ones.</summary>
internal static class Notices
{
    /// <summary>The service tells what is wrong with it.</summary>
    public static readonly Notice Problem = new()
    {
        Id = "problem",
        Type = "service.problem",
        Title = "A feed is failing and a rule has fallen silent",
        Entries =
        [
            new NoticeEntry("feed.failing", "World wire", "The server answered 503 to each of the last 96 polls.", Samples.Now.AddHours(-26)),
            new NoticeEntry("rule.silent", "Lavrov on Taiwan", "No item has matched for 9 days. Until then, the longest time without a match was 2 days.", Samples.Now.AddDays(-9)),
        ],
        Why = "You get this because settings: notifyOps names the destination desk.",
        At = Samples.Now,
    };

    /// <summary>A subscription waits for its reader.</summary>
    public static readonly Notice Confirmation = new()
    {
        Id = "confirmation",
        Type = "subscription.confirm",
        Title = "Confirm your subscription to Lavrov AND Taiwan",
        Paragraphs =
        [
            "Somebody, probably you, asked for news that match Lavrov AND Taiwan to be sent to this address as they come.",
            "Nothing is sent until you confirm it. The link works until 23 Nov 2026, 09:30 UTC.",
        ],
        Action = new NoticeLink("Confirm the subscription", new Uri("https://alerts.example.org/subscriptions/confirm?token=AQF0b2tlbg&lang=en")),
        Why = "If it was not you, do nothing: you hear no more of it.",
        At = Samples.Now,
    };

    /// <summary>More than any message holds.</summary>
    public static readonly Notice Long = Problem with
    {
        Entries = [.. Enumerable.Range(1, 400).Select(i => Problem.Entries[0] with { Name = $"Feed {i}" })],
    };

    private static readonly Gen<NoticeEntry> Entry =
        from name in Hostile.LongText
        from text in Hostile.LongText
        select new NoticeEntry("feed.failing", name, text, Samples.Now);

    private static readonly Gen<NoticeLink?> Action = Gen.OneOf(
        Gen.Constant((NoticeLink?)null),
        from text in Hostile.LongText
        from token in Gen.Choose(1, 1_800)
        select (NoticeLink?)new NoticeLink(text, new Uri($"https://alerts.example.org/?token={new string('x', token)}")));

    public static Gen<Notice> Any { get; } = Gen.Resize(
        from title in Hostile.LongText
        from paragraphs in Hostile.LongText.ListOf()
        from entries in Entry.ListOf()
        from action in Action
        from why in Hostile.LongText
        select new Notice
        {
            Id = title,
            Type = "service.problem",
            Title = title,
            Paragraphs = [.. paragraphs],
            Entries = [.. entries],
            Action = action,
            Why = why,
            At = Samples.Now,
        },
        20);

    public static OutgoingMessage Delivery(Notice notice) => new(DeliveryId.Of([notice.ToldId("desk")]), [], Samples.Now) { Notice = notice };
}
