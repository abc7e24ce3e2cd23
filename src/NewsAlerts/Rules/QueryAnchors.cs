namespace NewsAlerts.Rules;

/// <summary>Says under which terms a query is looked up.</summary>
internal static class QueryAnchors
{
    /// <summary>
    /// The terms of which at least one is in every item that the query finds, each with its field where it has one and with
    /// a star where it is a prefix; empty where the query is tried on every item.
    /// </summary>
    public static IReadOnlyList<string> Of(Query query)
    {
        var rules = RuleCompiler.Compile([query]);
        return [.. Enumerable.Range(0, rules.TermCount).Where(term => rules.PostingsOf(term).Length > 0).Select(term => NameOf(term, rules)).OfType<string>()];
    }

    private static string? NameOf(int term, CompiledRules rules)
    {
        var isPrefix = term >= rules.Words.Count;
        var characters = isPrefix ? rules.Prefixes[term - rules.Words.Count] : rules.Words[term];
        if (characters is FieldTerms.Always)
        {
            return null;
        }

        var name = FieldTerms.FieldOf(characters) is { } field ? $"{QueryFields.NameOf(field)}:{characters[1..]}" : characters.ToString();
        return isPrefix ? name + "*" : name;
    }
}
