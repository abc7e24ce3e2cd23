using NewsAlerts.Messages.Texts;

namespace NewsAlerts.Channels.Email;

/// <summary>The links at an email's end, by which its reader can turn it down.</summary>
internal static class EmailLinks
{
    /// <summary>For the text part: what each does, and on a line of its own where it leads; none where there are no links.</summary>
    public static IEnumerable<string> Lines(ReaderLinks? links, Language language) => Of(links, language)
        .SelectMany(link => (string[])[language.Labelled(link.Text, "").TrimEnd(), link.Address.AbsoluteUri]);

    /// <summary>For the HTML part; empty where there are no links.</summary>
    public static string Html(ReaderLinks? links, Language language)
    {
        var all = string.Concat(Of(links, language).Select(Html));
        return all.Length == 0 ? "" : $"<div>{all}</div>";
    }

    // Far enough apart for a thumb.
    private static string Html((string Text, Uri Address) link) =>
        $"""<a href="{EmailFrame.Encode(link.Address.AbsoluteUri)}" class="quiet" style="display:inline-block;padding:6px 0;margin:0 18px 0 0;color:#5f6773;text-decoration:underline">{EmailFrame.Encode(link.Text)}</a>""";

    private static IEnumerable<(string Text, Uri Address)> Of(ReaderLinks? links, Language language) => links switch
    {
        null => [],
        { Manage: null } => [(language.Unsubscribe, links.Unsubscribe)],
        _ => [(language.Unsubscribe, links.Unsubscribe), (language.ChangeSubscriptions, links.Manage)],
    };
}
