using System.Text;
using NewsAlerts.Rules;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>What one would write first: each rule as searches for its words in the item's text, folded beforehand.</summary>
internal sealed class NaiveLoop(IReadOnlyList<Query> queries) : IContender
{
    private const char Separator = ' ';
    private const string FieldEnd = " \n ";

    private readonly QueryNode[] _rules = [.. queries.Select(query => Folded(query.Root))];

    public void Match(in ItemText item, List<int> rules)
    {
        var text = $" {Words(item.Title)}{FieldEnd}{Words(item.Summary)}{FieldEnd}{Words(item.Body)} ";
        string[]? words = null;
        rules.Clear();
        for (var rule = 0; rule < _rules.Length; rule++)
        {
            if (Holds(_rules[rule], text, ref words))
            {
                rules.Add(rule);
            }
        }
    }

    private static bool Holds(QueryNode node, string text, ref string[]? words)
    {
        switch (node)
        {
            case QueryNode.Phrase phrase:
                return text.Contains(phrase.Text, StringComparison.Ordinal);
            case QueryNode.Not not:
                return !Holds(not.Operand, text, ref words);
            case QueryNode.And and:
                foreach (var operand in and.Operands)
                {
                    if (!Holds(operand, text, ref words))
                    {
                        return false;
                    }
                }

                return true;
            case QueryNode.Or or:
                foreach (var operand in or.Operands)
                {
                    if (Holds(operand, text, ref words))
                    {
                        return true;
                    }
                }

                return false;
            case QueryNode.Near { Left: QueryNode.Phrase left, Right: QueryNode.Phrase right } near:
                return Holds(left, text, ref words)
                    && Holds(right, text, ref words)
                    && AreNear(words ??= text.Split(Separator), left.Text.Trim(), right.Text.Trim(), near.Distance);
            default:
                throw Core.Unknown(node);
        }
    }

    private static bool AreNear(string[] words, string left, string right, int distance)
    {
        for (var i = 0; i < words.Length; i++)
        {
            for (var j = i + 1; j < words.Length && j <= i + distance && words[j] != "\n"; j++)
            {
                if ((words[i] == left && words[j] == right) || (words[i] == right && words[j] == left))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Every term as the text that is looked for: with a space around each word, but none behind a prefix.
    private static QueryNode Folded(QueryNode node) => node switch
    {
        QueryNode.Word word => new QueryNode.Phrase($" {Words(word.Text)} "),
        QueryNode.Phrase phrase => new QueryNode.Phrase($" {Words(phrase.Text)} "),
        QueryNode.Prefix prefix => new QueryNode.Phrase($" {Words(prefix.Text)}"),
        QueryNode.Near near => new QueryNode.Near(Folded(near.Left), Folded(near.Right), near.Distance),
        QueryNode.And and => new QueryNode.And([.. and.Operands.Select(Folded)]),
        QueryNode.Or or => new QueryNode.Or([.. or.Operands.Select(Folded)]),
        QueryNode.Not not => new QueryNode.Not(Folded(not.Operand)),
        _ => throw Core.Unknown(node),
    };

    private static string Words(string? text)
    {
        var words = new StringBuilder();
        foreach (var word in Core.Tokens(text ?? ""))
        {
            words.Append(words.Length == 0 ? "" : Separator).Append(word);
        }

        return words.ToString();
    }
}
