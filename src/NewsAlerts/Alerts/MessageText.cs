using NewsAlerts.Alerts.Texts;

namespace NewsAlerts.Alerts;

/// <summary>What a message says: its alerts, and of a digest its title, its rules as headings, and its end.</summary>
internal sealed record MessageText
{
    /// <summary>What it tells, in this order; at least one.</summary>
    public required IReadOnlyList<AlertText> Alerts { get; init; }

    /// <summary>What a digest is; null where it is none.</summary>
    public string? Title { get; init; }

    /// <summary>What a digest ends with, where it does not show everything; null otherwise.</summary>
    public string? Closing { get; init; }

    /// <summary>What it is, as the object of a sentence: <c>this new item</c>, <c>these 3 new items</c> or <c>this digest</c>.</summary>
    public required string What { get; init; }

    /// <summary>The language of all that is not the feed's.</summary>
    public required ILanguage Language { get; init; }

    /// <summary>The one line that tells what it holds.</summary>
    public required string Subject { get; init; }

    /// <summary>What to say of alerts.</summary>
    public static MessageText Of(IEnumerable<Alert> alerts, Digest? digest, ILanguage language)
    {
        IReadOnlyList<AlertText> texts = [.. alerts.Select(alert => AlertText.Of(alert, language))];
        return new MessageText
        {
            Alerts = digest is null ? texts : [.. texts.Select((text, i) => text with { Heading = HeadingOf(text, i == 0 ? null : texts[i - 1]) })],
            Title = digest?.TitleIn(language),
            Closing = digest?.ClosingIn(language),
            What = digest is not null ? language.ThisDigest : language.TheseItems(texts.Count),
            Subject = SubjectLine.Of(texts, digest, language),
            Language = language,
        };
    }

    private static string? HeadingOf(AlertText text, AlertText? before)
    {
        var name = text.Rules[0].Name;
        return name.Length == 0 || name == before?.Rules[0].Name ? null : name;
    }
}
