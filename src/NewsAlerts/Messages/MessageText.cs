using NewsAlerts.Messages.Texts;

namespace NewsAlerts.Messages;

/// <summary>
/// What a message says: its alerts under the rules that they are sent for, each rule's query once below them, and of a digest
/// its title and its end.
/// </summary>
internal sealed record MessageText
{
    /// <summary>What it tells, in the order in which it came; at least one.</summary>
    public required IReadOnlyList<AlertText> Alerts { get; init; }

    /// <summary>What a digest is; null where it is none.</summary>
    public string? Title { get; init; }

    /// <summary>How many alerts a digest only counts.</summary>
    public int More { get; init; }

    /// <summary>The language of all that is not the feed's.</summary>
    public required Language Language { get; init; }

    /// <summary>What a digest ends with, where it does not show everything; null otherwise.</summary>
    public string? Closing => More == 0 ? null : Language.AndMore(More);

    /// <summary>What it is, as the object of a sentence: <c>this new item</c>, <c>these 3 new items</c> or <c>this digest</c>.</summary>
    public string What => Title is not null ? Language.ThisDigest : Language.TheseItems(Alerts.Count);

    /// <summary>The one line that tells what it holds.</summary>
    public string Subject => SubjectLine.Of(this);

    /// <summary>The alerts by the rule that each is sent for, its first one: rules and alerts in the order in which they came.</summary>
    public IEnumerable<IGrouping<string, AlertText>> Groups => Alerts.GroupBy(alert => alert.RuleName);

    /// <summary>
    /// The queries of the rules, each once; a rule without a name where there is no other one, since its name is above. A query
    /// that is its own name is only above.
    /// </summary>
    public IReadOnlyList<AlertRule> Queries
    {
        get
        {
            var rules = Alerts.SelectMany(alert => alert.Rules).Distinct().ToList();
            return
            [
                .. rules
                    .Where(rule => rule.When.Length > 0 && rule.When != rule.Name)
                    .Select(rule => rules.Count == 1 ? rule with { Name = "" } : rule),
            ];
        }
    }

    /// <summary>What to say of alerts.</summary>
    public static MessageText Of(IEnumerable<Alert> alerts, Digest? digest, Language language) => new()
    {
        Alerts = [.. alerts.Select(alert => AlertText.Of(alert, language))],
        Title = digest?.TitleIn(language),
        More = digest?.More ?? 0,
        Language = language,
    };

    /// <summary>The same with only the first alerts.</summary>
    public MessageText First(int count) => this with { Alerts = [.. Alerts.Take(count)] };

    /// <summary>A query on a line of plain text, after the name of its rule where that is said.</summary>
    public string LineOf(AlertRule query) => query.Name.Length == 0 ? query.When : Language.Labelled(query.Name, query.When);
}
