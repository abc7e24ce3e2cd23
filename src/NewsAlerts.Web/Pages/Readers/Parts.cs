using System.Globalization;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Subscriptions;
using NewsAlerts.Web.Pages.Html;
using NewsAlerts.Web.Pages.Texts;

namespace NewsAlerts.Web.Pages.Readers;

/// <summary>What several pages show.</summary>
internal static class Parts
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>A button that does something, and what the page is told of it.</summary>
    public static Markup Button(string text, string action, string? id = null, string look = "") => Markup.Of($"""
        <form method="post"><input type="hidden" name="action" value="{action}"><input type="hidden" name="id" value="{id}"><button class="{look}">{text}</button></form>

        """);

    /// <summary>A link that looks like a button.</summary>
    public static Markup Link(string text, string address, string look = "second") =>
        Markup.Of($"""<a class="button {look}" href="{address}">{text}</a>{Markup.LineEnd}""");

    /// <summary>Buttons and links beside each other.</summary>
    public static Markup Actions(params Markup[] actions) => Markup.Of($"""
        <div class="actions">
        {actions}</div>

        """);

    /// <summary>What is subscribed, and when it is told.</summary>
    public static Markup Told(Subscription subscription, PageTexts texts) => Markup.Of($"""
        {What(subscription, texts)}<p class="quiet">{When(subscription, texts)}</p>

        """);

    /// <summary>When a subscription is told, as a person says it.</summary>
    public static string When(Subscription subscription, PageTexts texts) => subscription.Send.Split(' ') switch
    {
        [var every, var day, var time] => texts.Schedule(every, texts.Day(Array.IndexOf(Days, day)), time, subscription.TimeZone),
        [var every, var time] => texts.Schedule(every, null, time, subscription.TimeZone),
        [var every, ..] => texts.Schedule(every, null, null, subscription.TimeZone),
        [] => "",
    };

    /// <summary>When a destination of alerts.yaml is told, as a person says it.</summary>
    public static string When(DeliveryTiming timing, PageTexts texts)
    {
        var time = timing.Digests?.Time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return timing.Digests switch
        {
            null => texts.Schedule("immediate", null, null, timing.TimeZone),
            { Every: SendEvery.Hour } => texts.Schedule("hourly", null, null, timing.TimeZone),
            { Day: { } day } => texts.Schedule("weekly", texts.Day((int)day), time, timing.TimeZone),
            _ => texts.Schedule("daily", null, time, timing.TimeZone),
        };
    }

    /// <summary>What is subscribed, as a text.</summary>
    public static string Named(Subscription subscription, PageTexts texts) =>
        subscription.Rule is { } rule ? texts.TopicNamed(rule) : subscription.Query ?? "";

    /// <summary>What is subscribed.</summary>
    public static Markup What(Subscription subscription, PageTexts texts) => What(Markup.Text(Named(subscription, texts)));

    /// <summary>What somebody is told of.</summary>
    public static Markup What(Markup name) => Markup.Of($"""<span class="query" dir="auto">{name}</span>{Markup.LineEnd}""");
}
