using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Email;

/// <summary>The text part of an email, for a terminal: 72 columns, an address never broken.</summary>
internal static class EmailPlainText
{
    private const int Width = 72;
    private const string Indent = "  ";
    private static readonly string Rule = new('-', Width);

    /// <summary>The text, in lines that end in CRLF.</summary>
    public static string Of(EmailText email)
    {
        var message = email.Message;
        var lines = message.Alerts.SelectMany((alert, i) => i == 0 ? Lines(email, alert) : ["", Rule, "", .. Lines(email, alert)]);
        IEnumerable<string> foot =
        [
            .. Wrapped(email.Reason(CleanText.Of(email.Destination.Name))),
            .. EmailLinks.Lines(email.Delivery.Links, email.Language),
        ];
        string[] head = message.Title is { } title ? [title, ""] : [];
        string[] end = message.Closing is { } closing ? ["", Rule, "", closing] : [];
        return string.Join("\r\n", [.. head, .. lines, .. end, "", "-- ", .. foot, ""]);
    }

    private static IEnumerable<string> Lines(EmailText email, AlertText alert) =>
    [
        .. alert.Heading is null ? [] : (string[])[.. Wrapped($"# {alert.Heading}"), ""],
        .. Wrapped(alert.Title.Text),
        .. Wrapped($"{alert.Source}, {email.TimeOf(alert)} ({email.AgeOf(alert)})"),
        .. alert.Link is null ? [] : (string[])[alert.Link.AbsoluteUri],
        .. alert.Snippet.Text.Length == 0
            ? []
            : (string[])["", .. Wrapped(alert.Snippet.Render(text => text, "*", "*"))],
        "",
        email.RulesLabel,
        .. alert.RuleLines().SelectMany(Indented),
    ];

    private static IEnumerable<string> Indented(string text) => TextWrap.Lines(text, Width - Indent.Length).Select(line => Indent + line);

    private static IEnumerable<string> Wrapped(string text) => TextWrap.Lines(text, Width);
}
