using NewsAlerts.Rules.Compiling;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Explaining;

/// <summary>Says under which terms a query is looked up.</summary>
public static class QueryAnchors
{
    /// <summary>
    /// The terms of which at least one is in every item that the query finds, each with its field where it has one, phrases
    /// between quotes, prefixes with a star; empty where the query is tried on every item.
    /// </summary>
    public static IReadOnlyList<string> Of(Query query)
    {
        var rules = RuleCompiler.Compile([query]);
        var anchors = Enumerable.Range(0, rules.Terms.Count).Where(rules.Postings.IsAnchor).ToList();
        return anchors.Contains(rules.Terms.Everywhere) ? [] : [.. anchors.Select(term => NameOf(term, rules.Terms))];
    }

    private static string NameOf(int term, RuleTerms terms)
    {
        if (term > terms.Everywhere)
        {
            return NameOf(terms.Prefixes[term - terms.OfPrefix(0)]) + "*";
        }

        var words = terms.WordsOf(term).Select(word => NameOf(word));
        return words.Count() == 1 ? words.First() : $"\"{string.Join(' ', words)}\"";
    }

    private static string NameOf(ReadOnlySpan<char> term) =>
        FieldTerms.FieldOf(term) is { } field ? $"{QueryFields.NameOf(field)}:{term[1..]}" : term.ToString();
}
