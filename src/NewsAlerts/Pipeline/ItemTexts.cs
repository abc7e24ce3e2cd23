using NewsAlerts.Items;
using NewsAlerts.Rules;

namespace NewsAlerts.Pipeline;

/// <summary>The texts of an item that rules look at.</summary>
internal static class ItemTexts
{
    /// <summary>Title, summary and content; a content that only repeats the summary is left out.</summary>
    public static ItemText Of(Item item) => new(item.Title, item.Summary, item.Content == item.Summary ? null : item.Content);
}
