using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Subscriptions.Watched;

/// <summary>Something that people follow: a query, or a rule of alerts.yaml. The index keeps one for each.</summary>
/// <param name="text">The query as written, or the rule's name.</param>
/// <param name="isRule">Whether it is a rule.</param>
internal sealed class Topic(string text, bool isRule)
{
    public string Text => text;

    public bool IsRule => isRule;

    /// <summary>Whether it can be matched: the query language of one day may not know all that another one did.</summary>
    public bool IsQuery { get; } = !isRule && QueryParser.Parse(text).IsQuery;

    /// <summary>The number of its query in the matcher; null where it has none.</summary>
    public int? Number { get; set; }

    /// <summary>Who follows it.</summary>
    public Follower[] Followers { get; set; } = [];

    /// <summary>Those of the partitions that are being changed who follow it now; null where none was asked for it.</summary>
    public List<Follower>? Coming { get; set; }

    /// <summary>The query as understood.</summary>
    public Query Query => QueryParser.Parse(text).Query ?? throw new InvalidOperationException($"'{text}' is no query");
}
