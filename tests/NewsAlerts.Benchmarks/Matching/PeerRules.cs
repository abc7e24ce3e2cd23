using NewsAlerts.Rules;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>
/// Rules as alternatives of literals that must be in a text, and literals that must not. NEAR is a literal that none
/// reports: the peer finds it by the places of its two words.
/// </summary>
internal sealed class PeerRules
{
    private readonly Dictionary<string, int> _numbers = [];

    public PeerRules(IEnumerable<Query> queries)
    {
        foreach (var query in queries)
        {
            Rules.Add(Alternatives(query.Root));
        }
    }

    /// <summary>Every literal; for NEAR, the numbers of its words and the distance.</summary>
    public List<(string Text, (int Left, int Right, int Distance)? Near)> Literals { get; } = [];

    /// <summary>The alternatives of each rule.</summary>
    public List<List<Alternative>> Rules { get; } = [];

    private List<Alternative> Alternatives(QueryNode node)
    {
        switch (node)
        {
            case QueryNode.Or or:
                return [.. or.Operands.SelectMany(Alternatives)];
            case QueryNode.And and:
                var all = new List<Alternative> { new([], []) };
                foreach (var operand in and.Operands)
                {
                    all = Product(all, operand is QueryNode.Not not ? Negated(Alternatives(not.Operand)) : Alternatives(operand));
                }

                return all;
            case QueryNode.Near near:
                var (left, right) = (Literal($" {One(near.Left)} "), Literal($" {One(near.Right)} "));
                return [new([NumberOf($"{left} NEAR/{near.Distance} {right}", (left, right, near.Distance))], [])];
            case QueryNode.Prefix prefix:
                return [new([Literal(" " + string.Join(' ', Core.Tokens(prefix.Text)))], [])];
            case QueryNode.Word word:
                return [new([Literal($" {string.Join(' ', Core.Tokens(word.Text))} ")], [])];
            case QueryNode.Phrase phrase:
                return [new([Literal($" {string.Join(' ', Core.Tokens(phrase.Text))} ")], [])];
            default:
                throw Core.Unknown(node);
        }
    }

    private static List<Alternative> Product(List<Alternative> left, List<Alternative> right) =>
    [
        .. from one in left
           from other in right
           select new Alternative([.. one.Needed.Union(other.Needed)], [.. one.Excluded.Union(other.Excluded)]),
    ];

    private static List<Alternative> Negated(List<Alternative> alternatives) =>
        alternatives.Aggregate(
            new List<Alternative> { new([], []) },
            (all, one) => Product(all, [.. one.Needed.Select(literal => new Alternative([], [literal])), .. one.Excluded.Select(literal => new Alternative([literal], []))]));

    private static string One(QueryNode node) => node is QueryNode.Word word && Core.Tokens(word.Text) is [var token] ? token : throw Core.Unknown(node);

    private int Literal(string text) => NumberOf(text, null);

    private int NumberOf(string text, (int, int, int)? near)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            number = Literals.Count;
            _numbers.Add(text, number);
            Literals.Add((text, near));
        }

        return number;
    }

    /// <param name="Needed">The literals that must be there.</param>
    /// <param name="Excluded">Those that must not.</param>
    public sealed record Alternative(int[] Needed, int[] Excluded);
}
