using NewsAlerts.Messages.Texts;

namespace NewsAlerts.Web.Pages.Texts;

/// <summary>The languages that pages are written in: those of messages.</summary>
internal static class PageLanguages
{
    /// <summary>All of them, in the order of <see cref="Languages.All"/>.</summary>
    public static readonly IReadOnlyList<PageTexts> All = [.. Languages.All.Select(language => new PageTexts(language))];

    /// <summary>The texts of a language tag (BCP 47), as RFC 4647 §3.4 looks them up; null where there are none.</summary>
    public static PageTexts? Find(string? tag) =>
        tag is not null && Languages.Find(tag) is { } language ? All.FirstOrDefault(texts => texts.Tag == language.Tag) : null;

    /// <summary>The texts that somebody likes best who sends that header (RFC 9110 §12.5.4); null where there are none.</summary>
    public static PageTexts? Liked(string? acceptLanguage) => (acceptLanguage ?? "")
        .Split(',')
        .Take(20)
        .Select(range => range.Split(';', 2))
        .Select(range => (Texts: Find(range[0].Trim()), Weight: WeightOf(range)))
        .Where(range => range is { Texts: not null, Weight: > 0 })
        .OrderByDescending(range => range.Weight)
        .FirstOrDefault().Texts;

    private static double WeightOf(string[] range) =>
        range is [_, var parameter] && parameter.Trim() is ['q' or 'Q', '=', .. var weight]
            ? double.TryParse(weight, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0
            : 1;
}
