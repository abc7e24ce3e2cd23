using NewsAlerts.Rules;

namespace NewsAlerts.Tests.Rules;

/// <summary>Evaluates a query's tree on an item's tokens as the language is defined, without an index: slow and plain.</summary>
internal sealed class NaiveEvaluator
{
    private const int Gap = 100;
    private const int Fields = 3;

    private readonly List<(string Token, int Position, TextField Field)> _tokens = [];

    public NaiveEvaluator(in ItemText item)
    {
        var position = 0;
        for (var field = TextField.Title; (int)field < Fields; field++)
        {
            var tokens = Tokens(item[field]);
            foreach (var token in tokens)
            {
                _tokens.Add((token, position++, field));
            }

            position += tokens.Count > 0 ? Gap : 0;
        }
    }

    public bool Holds(Query query) => Holds(query.Root, null);

    private bool Holds(QueryNode node, TextField? scope) => node switch
    {
        QueryNode.And and => and.Operands.All(operand => Holds(operand, scope)),
        QueryNode.Or or => or.Operands.Any(operand => Holds(operand, scope)),
        QueryNode.Not not => !Holds(not.Operand, scope),
        QueryNode.In scoped => Holds(scoped.Operand, scoped.Field),
        _ => Places(node, scope).Any(),
    };

    private IEnumerable<(int First, int Last)> Places(QueryNode node, TextField? scope) => node switch
    {
        QueryNode.Word word => PhrasePlaces(Tokens(word.Text), scope),
        QueryNode.Phrase phrase => PhrasePlaces(Tokens(phrase.Text), scope),
        QueryNode.Prefix prefix => TokensIn(scope)
            .Where(token => token.Token.StartsWith(Tokens(prefix.Text)[0], StringComparison.Ordinal))
            .Select(token => (token.Position, token.Position)),
        QueryNode.Or or => or.Operands.SelectMany(operand => Places(operand, scope)),
        QueryNode.In scoped => Places(scoped.Operand, scoped.Field),
        QueryNode.Near near =>
            from left in Places(near.Left, scope)
            from right in Places(near.Right, scope)
            let apart = Math.Max(right.First - left.Last, left.First - right.Last)
            where apart > 0 && apart <= near.Distance
            from place in new[] { left, right }
            select place,
        _ => throw new InvalidOperationException($"{node} is not at a place."),
    };

    private IEnumerable<(int First, int Last)> PhrasePlaces(List<string> phrase, TextField? scope) =>
        TokensIn(scope)
            .Select(token => token.Position)
            .Where(start => phrase.Index().All(word => _tokens.Exists(token => token.Position == start + word.Index && token.Token == word.Item)))
            .Select(start => (start, start + phrase.Count - 1));

    private IEnumerable<(string Token, int Position, TextField Field)> TokensIn(TextField? scope) =>
        _tokens.Where(token => scope is null || token.Field == scope);

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var reader = new TokenReader(text, new char[text.Length]);
        while (reader.Read())
        {
            tokens.Add(reader.Folded.ToString());
        }

        return tokens;
    }
}
