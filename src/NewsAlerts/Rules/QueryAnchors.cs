namespace NewsAlerts.Rules;

/// <summary>Says under which terms a query is looked up.</summary>
internal static class QueryAnchors
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
        if (term < terms.Words.Count)
        {
            return NameOf(terms.Words[term]);
        }

        return term > terms.Everywhere
            ? NameOf(terms.Prefixes[term - terms.OfPrefix(0)]) + "*"
            : $"\"{string.Join(' ', terms.WordsOf(term).Select(word => NameOf(terms.Words[word])))}\"";
    }

    private static string NameOf(ReadOnlySpan<char> term) =>
        FieldTerms.FieldOf(term) is { } field ? $"{QueryFields.NameOf(field)}:{term[1..]}" : term.ToString();
}
