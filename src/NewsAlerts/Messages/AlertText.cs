using NewsAlerts.Messages.Texts;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Matching;

namespace NewsAlerts.Messages;

/// <summary>
/// What a message says of an alert: texts cleaned, cut to sizes that fit every channel, the matched words lit up. The
/// same at every attempt: it depends on the alert alone.
/// </summary>
internal sealed record AlertText
{
    private const int TitleLimit = 200;
    private const int SubstituteTitleLimit = 90;
    private const int SourceLimit = 80;
    private const int SnippetLimit = 300;
    private const int RuleNameLimit = 80;
    private const int QueryLimit = 160;
    private const int MostRules = 4;

    /// <summary>The headline; never empty.</summary>
    public required LitText Title { get; init; }

    /// <summary>Where the headline leads; null where the item has no address that may be linked to.</summary>
    public required Uri? Link { get; init; }

    /// <summary>The tag of the language that headline and snippet are in, as the feed states it; null where it states none.</summary>
    public string? ItemLanguage { get; init; }

    /// <summary>The feed's name; never empty.</summary>
    public required string Source { get; init; }

    /// <summary>When the item was published, or else seen first, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The part of the teaser or the full text that shows why it matched; may be empty.</summary>
    public required LitText Snippet { get; init; }

    /// <summary>The first rules that matched; no name is empty, a query may be.</summary>
    public required IReadOnlyList<AlertRule> Rules { get; init; }

    /// <summary>How many rules matched beside <see cref="Rules"/>.</summary>
    public required int MoreRules { get; init; }

    /// <summary>The language of what the item and the rules do not say.</summary>
    public required Language Language { get; init; }

    /// <summary>What to say of an alert.</summary>
    public static AlertText Of(Alert alert, Language language)
    {
        var item = alert.Item;
        var source = CleanText.Of(alert.Feed.Name);
        return new AlertText
        {
            Title = TitleOf(alert, language),
            Link = WebLink.Of(item.Link),
            ItemLanguage = item.Language is { } tag ? LanguageTag.Normalize(tag) : null,
            Source = source.Length > 0 ? Graphemes.Cut(source, SourceLimit) : language.UnnamedFeed,
            Time = TimeOf(alert),
            Snippet = SnippetOf(alert),
            Rules = [.. alert.Rules.Take(MostRules).Select(rule => Shorten(rule, language))],
            MoreRules = Math.Max(0, alert.Rules.Count - MostRules),
            Language = language,
        };
    }

    /// <summary>When an alert's item was published, or else seen first, UTC.</summary>
    public static DateTimeOffset TimeOf(Alert alert) => alert.Item.Published ?? alert.Item.Updated ?? alert.Seen;

    /// <summary>The name of the rule that it is sent for.</summary>
    public string RuleName => Rules[0].Name;

    /// <summary>The rules that matched beside the first one, on a line of text; null where there is none.</summary>
    /// <param name="write">How a name is written into that text.</param>
    public string? AlsoMatches(Func<string, string> write)
    {
        if (Rules.Count + MoreRules == 1)
        {
            return null;
        }

        var names = string.Join(", ", Rules.Skip(1).Select(rule => write(rule.Name)));
        return Language.Labelled(Language.AlsoMatches, MoreRules == 0 ? names : $"{names} {Language.AndMoreRules(MoreRules)}");
    }

    /// <summary>The item's title; where it has none, as short posts do, the start of what it says.</summary>
    private static LitText TitleOf(Alert alert, Language language)
    {
        foreach (var field in (ReadOnlySpan<TextField>)[TextField.Title, TextField.Summary, TextField.Body])
        {
            var (text, lit) = TextOf(alert, field);
            var title = CleanText.Of(text[..Graphemes.Floor(text, TitleLimit * 4)], lit);
            if (title.Text.Length > 0)
            {
                return title.Cut(field == TextField.Title ? TitleLimit : SubstituteTitleLimit);
            }
        }

        return new LitText(language.Untitled, []);
    }

    /// <summary>From the first text that has a matched word, else from the first that says anything.</summary>
    private static LitText SnippetOf(Alert alert)
    {
        var summary = TextOf(alert, TextField.Summary);
        var content = TextOf(alert, TextField.Body);
        var useContent = summary.Lit.Count == 0 && (content.Lit.Count > 0 || summary.Text.Length == 0);
        var (text, lit) = useContent ? content : summary;
        return Messages.Snippet.Around(text, lit, SnippetLimit);
    }

    private static (string Text, IReadOnlyList<LitRange> Lit) TextOf(Alert alert, TextField field)
    {
        var text = field switch
        {
            TextField.Title => alert.Item.Title,
            TextField.Summary => alert.Item.Summary,
            _ => alert.Item.Content,
        };
        var words = alert.Matched.Where(word => word.Field == field);
        return (text ?? "", [.. words.Select(word => new LitRange(word.Start, word.Length))]);
    }

    private static AlertRule Shorten(AlertRule rule, Language language)
    {
        var (name, query) = (CleanText.Of(rule.Name), CleanText.Of(rule.When));
        var heading = name.Length > 0 ? name : query.Length > 0 ? query : language.UnnamedRule;
        return new AlertRule(Graphemes.Cut(heading, RuleNameLimit), Graphemes.Cut(query, QueryLimit));
    }
}
