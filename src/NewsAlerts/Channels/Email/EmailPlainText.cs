using System.Globalization;
using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Email;

/// <summary>The text part of an email, for a terminal: 72 columns, an address never broken.</summary>
internal static class EmailPlainText
{
    private const int Width = 72;
    private static readonly string Rule = new('-', Width);

    /// <summary>The text, in lines that end in CRLF.</summary>
    public static string Of(string destination, IReadOnlyList<AlertText> alerts, DateTimeOffset now)
    {
        var lines = alerts.SelectMany((alert, i) => i == 0 ? Lines(alert, now) : ["", Rule, "", .. Lines(alert, now)]);
        var foot = Wrapped($"You get this because the rules above notify the destination {CleanText.Of(destination)}.");
        return string.Join("\r\n", [.. lines, "", "-- ", .. foot, ""]);
    }

    private static IEnumerable<string> Lines(AlertText alert, DateTimeOffset now) =>
    [
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
