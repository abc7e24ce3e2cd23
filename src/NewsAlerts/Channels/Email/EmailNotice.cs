using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Email;

/// <summary>An email that tells a notice: its paragraphs, what its reader can do, and its entries.</summary>
internal sealed class EmailNotice(Notice notice, Destination destination, ReaderLinks? links = null)
{
    private const int Width = 72;

    /// <summary>More in one email would be cut by mail programs.</summary>
    private const int MostEntries = 100;

    private readonly NoticeText _text = Fit.Notice(notice, MostEntries, _ => true);

    /// <summary>The one line that tells what it is about.</summary>
    public string Subject => _text.Title;

    /// <summary>Why it comes; empty where its paragraphs say so.</summary>
    private string Why =>
        _text.Why.Length > 0 || destination.IsSubscriber ? _text.Why : _text.Language.IsFor(CleanText.Of(Mailbox.AddressOf(destination)));

    /// <summary>The text part, in lines that end in CRLF; an address is never broken.</summary>
    public string PlainText()
    {
        var lines = Wrapped(_text.Title)
            .Concat(_text.Paragraphs.SelectMany(Block))
            .Concat(_text.Link is { } link ? [.. Block(_text.Language.Labelled(_text.Action, "").TrimEnd()), link.AbsoluteUri] : [])
            .Concat(_text.Entries.SelectMany(Lines))
            .Concat(_text.Closing is { } closing ? Block(closing) : [])
            .Concat(Why.Length > 0 || links is not null ? ["", "-- ", .. Wrapped(Why), .. EmailLinks.Lines(links, _text.Language)] : []);
        return string.Join("\r\n", [.. lines, ""]);
    }

    /// <summary>The HTML part.</summary>
    public string Html() => EmailFrame.Of(_text.Language.Tag, _text.Title, string.Concat(
        EmailFrame.Heading(_text.Title, 21),
        _text.Paragraphs.Count == 0 && _text.Link is null
            ? ""
            : EmailFrame.Card(string.Concat(_text.Paragraphs.Select(Paragraph)) + Button()),
        string.Concat(_text.Entries.Select(Entry)),
        EmailFrame.Heading(_text.Closing, 16),
        Why.Length == 0 && links is null
            ? ""
            : EmailFrame.Foot($"""<div dir="auto">{EmailFrame.Encode(Why)}</div>{EmailLinks.Html(links, _text.Language)}""")));

    private IEnumerable<string> Lines(NoticeEntry entry) =>
        ["", .. Wrapped(entry.Name), .. Wrapped(entry.Text).Select(line => $"  {line}"), $"  {Since(entry)}"];

    private static string Paragraph(string text) => $"""
        <p dir="auto" class="text" style="margin:0 0 12px;font-size:16px;line-height:24px;color:#2b3036">{EmailFrame.Encode(text)}</p>

        """;

    /// <summary>A link that looks like a button, large enough for a thumb.</summary>
    private string Button() => _text.Link is not { } link ? "" : $"""
        <div style="margin:4px 0 6px"><a href="{EmailFrame.Encode(link.AbsoluteUri)}" dir="auto" class="button" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#0b4fb3;color:#ffffff;font-size:16px;line-height:22px;font-weight:600;text-decoration:none">{EmailFrame.Encode(_text.Action)}</a></div>

        """;

    private string Entry(NoticeEntry entry) => EmailFrame.Card($"""
        <div dir="auto" class="plain" style="margin:0;font-size:16px;line-height:24px;font-weight:600;color:#14171a">{EmailFrame.Encode(entry.Name)}</div>
        <div dir="auto" class="text" style="margin:2px 0 4px;font-size:16px;line-height:24px;color:#2b3036">{EmailFrame.Encode(entry.Text)}</div>
        <div class="quiet" style="font-size:13px;line-height:18px;color:#5f6773">{EmailFrame.Encode(Since(entry))}</div>

        """);

    /// <summary>By the reader's clock. What has entries is about the service, and in English.</summary>
    private string Since(NoticeEntry entry) => $"since {ReaderTime.Of(entry.Since, destination.Timing.TimeZone, _text.Language)}";

    private static IEnumerable<string> Block(string text) => ["", .. Wrapped(text)];

    private static IEnumerable<string> Wrapped(string text) => TextWrap.Lines(text, Width);
}
