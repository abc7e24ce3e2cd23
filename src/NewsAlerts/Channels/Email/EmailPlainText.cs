using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Email;

/// <summary>The text part of an email, for a terminal: 72 columns, an address never broken.</summary>
internal static class EmailPlainText
{
    private const int Width = 72;
    private const string Indent = "  ";
    private static readonly string[] Rule = ["", new('-', Width), ""];

    /// <summary>The text, in lines that end in CRLF.</summary>
    public static string Of(EmailText email)
    {
        var message = email.Message;
        var alerts = message.Groups
            .SelectMany(group => group.Select((alert, i) => i == 0 ? WithHeading(email, alert) : Lines(email, alert)));
        var queries = message.Queries.SelectMany(query => Hanging(message.LineOf(query))).ToList();
        return string.Join("\r\n", (IEnumerable<string>)[
            .. message.Title is { } title ? [.. Wrapped(title), ""] : (string[])[],
            .. alerts.SelectMany((lines, i) => i == 0 ? lines : [.. Rule, .. lines]),
            .. message.Closing is { } closing ? [.. Rule, closing] : (string[])[],
            .. queries.Count > 0 ? [.. Rule, .. queries] : (string[])[],
            "",
            "-- ",
            .. Wrapped(email.Reason(CleanText.Of)),
            .. EmailLinks.Lines(email.Delivery.Links, email.Language),
            ""]);
    }

    private static IEnumerable<string> WithHeading(EmailText email, AlertText alert) =>
        [.. Wrapped($"# {alert.RuleName}"), "", .. Lines(email, alert)];

    private static IEnumerable<string> Lines(EmailText email, AlertText alert) =>
    [
        .. Wrapped(alert.Title.Text),
        .. Wrapped($"{alert.Source}, {email.TimeOf(alert)}"),
        .. alert.Link is null ? [] : (string[])[alert.Link.AbsoluteUri],
        .. alert.Snippet.Text.Length == 0
            ? []
            : (string[])["", .. Wrapped(alert.Snippet.Render(text => text, "*", "*"))],
        .. alert.AlsoMatches(name => name) is { } also ? ["", .. Wrapped(also)] : (string[])[],
    ];

    /// <summary>So that one can see where the next one begins.</summary>
    private static IEnumerable<string> Hanging(string text) =>
        TextWrap.Lines(text, Width - Indent.Length).Select((line, i) => i == 0 ? line : Indent + line);

    private static IEnumerable<string> Wrapped(string text) => TextWrap.Lines(text, Width);
}
