using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Places;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Explaining;

/// <summary>Says how a query was understood.</summary>
public static class QueryExplanation
{
    // Of the spellings of a name, as many as a person reads.
    private const int MostShown = 12;

    private const string AlsoWithParticle = ", also with a particle";

    /// <summary>The query's tree in words.</summary>
    public static ExplainedPart Of(Query query) => Of(query.Root, null);

    private static ExplainedPart Of(QueryNode node, TextField? field) => node switch
    {
        QueryNode.And and => Compound("all of these:", and.Operands, field),
        QueryNode.Or or => Compound("any of these:", or.Operands, field),
        QueryNode.Not not => Behind("not: ", Of(not.Operand, field)),
        QueryNode.In scope => Behind(Place(scope.Field), Of(scope.Operand, scope.Field)),
        QueryNode.Near near => Compound($"at most {Count(near.Distance, "word")} from one to the other, in one field:", [near.Left, near.Right], field),
        QueryNode.Word or QueryNode.Phrase or QueryNode.Prefix when field is { } whole && FieldTerms.IsWhole(whole) => Value(node, whole),
        QueryNode.Word word => Words(word.Text),
        QueryNode.Phrase phrase => Words(phrase.Text),
        QueryNode.Prefix prefix => Leaf($"a word that begins with {Folded.Of(prefix.Text)}", Folded.Of(prefix.Text) + "*"),
        QueryNode.Loose loose => Leaf(
            $"the words {Folded.Of(loose.Text)} in this order, with at most {Count(loose.Between, "other word")} between",
            Folded.Of(loose.Text).Split(' ')),
        QueryNode.Wildcard wildcard => Leaf(
            $"a word of the form {wildcard.Text}, each ? one character{(wildcard.Text.EndsWith('*') ? ", * any rest" : "")}",
            Folded.Of(WordShape.Beginning(wildcard.Text)) + "*"),
        QueryNode.Exact exact => Exactly(exact.Operand, Of(exact.Operand, field)),
        QueryNode.Pattern pattern => Leaf($"text that the regular expression /{pattern.Text}/ fits{(pattern.Flags.Length > 0 ? ", in any case" : "")}"),
        QueryNode.Name name => Person(name),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static ExplainedPart Compound(string says, IReadOnlyList<QueryNode> operands, TextField? field) =>
        new(says, [], [.. operands.Select(operand => Of(operand, field))]);

    private static ExplainedPart Leaf(string says, params string[] terms) => new(says, terms, []);

    private static ExplainedPart Behind(string beginning, ExplainedPart part) => part with { Says = beginning + part.Says };

    private static ExplainedPart Words(string text)
    {
        var parts = WordPart.Of(text);
        var particle = parts is [.., { IsKorean: true, Sign: "" }] ? AlsoWithParticle : "";
        return Leaf(
            parts is [var only]
                ? $"the {(only.Sign is "" ? "word" : only.Sign is WordPart.Percent ? "percentage" : "name")} {only}{particle}"
                : $"the words {string.Join(' ', parts)}, one right after the other{particle}",
            [.. parts.Select(part => part.ToString())]);
    }

    private static ExplainedPart Exactly(QueryNode operand, ExplainedPart part) =>
        part with
        {
            Says = $"{part.Says.Replace(AlsoWithParticle, "", StringComparison.Ordinal)}, written as in {QueryPrinter.Print(operand)}",
        };

    private static ExplainedPart Value(QueryNode node, TextField field)
    {
        var (text, star) = node switch
        {
            QueryNode.Word word => (word.Text, ""),
            QueryNode.Phrase phrase => (phrase.Text, ""),
            QueryNode.Prefix prefix => (prefix.Text, "*"),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
        var term = FieldTerms.Whole(field, text) + star;
        return Leaf(field == TextField.Site ? $"{term} or a host below it" : term, term);
    }

    private static ExplainedPart Person(QueryNode.Name name)
    {
        var (family, given) = (name.Reading.Family, name.Reading.Given);
        List<ExplainedPart> parts = [new($"a family name of {List(family)}", family, [])];
        if (given.Count > 0)
        {
            parts.Add(new($"beside it, if any, a given name of {List(given)}; or its initial", given, []));
        }

        return new($"the person {QueryPrinter.Print(name.Written)}:", [], parts);
    }

    /// <summary>A list for a person: the first of many, and how many more there are.</summary>
    public static string List(IReadOnlyList<string> all) =>
        all.Count <= MostShown ? string.Join(", ", all) : $"{string.Join(", ", all.Take(MostShown))} and {all.Count - MostShown} more";

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string Place(TextField field) => field switch
    {
        TextField.Title => "in the title: ",
        TextField.Summary => "in the summary: ",
        TextField.Body => "in the full text: ",
        TextField.Author => "among the authors: ",
        TextField.Feed => "from a feed with the name or tag: ",
        TextField.Site => "on the site: ",
        TextField.Link => "in the link: ",
        TextField.Category => "in the categories: ",
        TextField.Language => "in the language: ",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
