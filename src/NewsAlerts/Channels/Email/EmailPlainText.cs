using System.Globalization;
using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Email;

/// <summary>The text part of an email, for a terminal: 72 columns, an address never broken.</summary>
internal static class EmailPlainText
{
    private const int Width = 72;
    private static readonly string Rule = new('-', Width);

    /// <summary>The text, in lines that end in CRLF.</summary>
    public static string Of(string destination, MessageText message, DateTimeOffset now)
    {
        var lines = message.Alerts.SelectMany((alert, i) => i == 0 ? Lines(alert, now) : ["", Rule, "", .. Lines(alert, now)]);
        var foot = Wrapped($"You get {message.Reason} because the rules above notify the destination {CleanText.Of(destination)}.");
        string[] head = message.Title is { } title ? [title, ""] : [];
        string[] end = message.Closing is { } closing ? ["", Rule, "", closing] : [];
        return string.Join("\r\n", [.. head, .. lines, .. end, "", "-- ", .. foot, ""]);
    }

    private static IEnumerable<string> Lines(AlertText alert, DateTimeOffset now) =>
    [
        .. alert.Heading is null ? [] : (string[])[.. Wrapped($"# {alert.Heading}"), ""],
        .. Wrapped(alert.Title.Text),
        .. Wrapped(string.Create(
            CultureInfo.InvariantCulture,
            $"{alert.Source}, {alert.Time.UtcDateTime:d MMM yyyy, HH:mm} UTC ({Age.Of(alert.Time, now)})")),
        .. alert.Link is null ? [] : (string[])[alert.Link.AbsoluteUri],
        .. alert.Snippet.Text.Length == 0
            ? []
            : (string[])["", .. Wrapped(alert.Snippet.Render(text => text, "*", "*"))],
        "",
        .. alert.RuleLines().SelectMany(Wrapped),
    ];

    private static IEnumerable<string> Wrapped(string text) => TextWrap.Lines(text, Width);
}
