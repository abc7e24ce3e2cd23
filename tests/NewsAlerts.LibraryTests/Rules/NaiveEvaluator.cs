using System.Text.RegularExpressions;
using NewsAlerts.Names.Text;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Places;

namespace NewsAlerts.LibraryTests.Rules;

/// <summary>Evaluates a query's tree on an item's tokens as the language is defined, without an index: slow and plain.</summary>
internal sealed class NaiveEvaluator
{
    private const int Gap = 100;

    // Those that the random items have.
    private static readonly string[] Particles = ["은", "에서는"];

    private static readonly TextField[] Texts = [TextField.Title, TextField.Summary, TextField.Body];

    private readonly ItemText _item;
    private readonly List<Placed> _tokens = [];

    public NaiveEvaluator(in ItemText item)
    {
        _item = item;
        var position = 0;
        foreach (var field in (TextField[])[.. Texts, TextField.Author, TextField.Link, TextField.Category])
        {
            var start = 0;
            foreach (var value in item[field].Split(ItemAbout.Between))
            {
                var tokens = Tokens(value);
                foreach (var (token, written, at) in tokens)
                {
                    _tokens.Add(new(token, written, position++, field, start + at));
                }

                position += tokens.Count > 0 ? Gap : 0;
                start += value.Length + 1;
            }
        }
    }

    public bool Holds(Query query) => Holds(query.Root, null);

    private bool Holds(QueryNode node, TextField? scope) => node switch
    {
        QueryNode.And and => and.Operands.All(operand => Holds(operand, scope)),
        QueryNode.Or or => or.Operands.Any(operand => Holds(operand, scope)),
        QueryNode.Not not => !Holds(not.Operand, scope),
        QueryNode.In scoped => Holds(scoped.Operand, scoped.Field),
        QueryNode.Pattern pattern => TextsOf(scope).Any(text => Matches(pattern, text)),
        QueryNode.Word word when scope is TextField.Site => Domains().Contains(word.Text.ToLowerInvariant()),
        QueryNode.Word word when scope is TextField.Language => $"{_item[TextField.Language]}-".StartsWith($"{word.Text}-", StringComparison.OrdinalIgnoreCase),
        QueryNode.Word word when scope is TextField.Feed => Labels().Contains(Label(word.Text)),
        QueryNode.Phrase phrase when scope is TextField.Feed => Labels().Contains(Label(phrase.Text)),
        QueryNode.Prefix prefix when scope is TextField.Feed => Labels().Any(label => label.StartsWith(Label(prefix.Text), StringComparison.Ordinal)),
        _ => Places(node, scope).Any(),
    };

    private IEnumerable<(int First, int Last)> Places(QueryNode node, TextField? scope) => node switch
    {
        QueryNode.Word word => PhrasePlaces(word.Text, scope),
        QueryNode.Phrase phrase => PhrasePlaces(phrase.Text, scope),
        QueryNode.Prefix prefix => TokensIn(scope)
            .Where(token => token.Token.StartsWith(Tokens(prefix.Text)[0].Token, StringComparison.Ordinal))
            .Select(token => (token.Position, token.Position)),
        QueryNode.Loose loose => LoosePlaces(Wanted(loose.Text, isExact: false, isLoose: true), loose.Between, scope),
        QueryNode.Wildcard wildcard => TokensIn(scope)
            .Where(token => HasShape(token.Token, string.Join('?', wildcard.Text.TrimEnd('*').Split('?').Select(Label)), wildcard.Text))
            .Select(token => (token.Position, token.Position)),
        QueryNode.Exact { Operand: QueryNode.Wildcard wildcard } => TokensIn(scope)
            .Where(token => HasShape(token.Written, wildcard.Text.TrimEnd('*'), wildcard.Text))
            .Select(token => (token.Position, token.Position)),
        QueryNode.Exact { Operand: QueryNode.Prefix prefix } => TokensIn(scope)
            .Where(token => token.Written.StartsWith(prefix.Text, StringComparison.Ordinal))
            .Select(token => (token.Position, token.Position)),
        QueryNode.Exact { Operand: QueryNode.Word word } => PhrasePlaces(word.Text, scope, isExact: true),
        QueryNode.Exact { Operand: QueryNode.Phrase phrase } => PhrasePlaces(phrase.Text, scope, isExact: true),
        QueryNode.Name { Reading: { IsName: true } reading } => NamePlaces(new NamedPerson(reading), scope),
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

    private IEnumerable<(int First, int Last)> PhrasePlaces(string text, TextField? scope, bool isExact = false)
    {
        var phrase = Wanted(text, isExact);
        return TokensIn(scope)
            .Select(token => token.Position)
            .Where(start => phrase.Index().All(word =>
                _tokens.Exists(token => token.Position == start + word.Index && Is(token, word.Item))))
            .Select(start => (start, start + phrase.Count - 1));
    }

    /// <summary>The words of a query's text; particles are on the last one of a phrase, and on each where others stand between.</summary>
    private static List<Sought> Wanted(string text, bool isExact, bool isLoose = false)
    {
        var tokens = Tokens(text);
        return
        [
            .. tokens.Select((token, index) => new Sought(
                token.Token,
                isExact ? token.Written : null,
                Regex.Match(text[(token.Start + token.Written.Length)..], @"^(\+\+(?![+#])|[+#]+(?![+#\w])|\s*%)").Value.Trim() is var sign
                    && (sign != "%" || token.Token.All(char.IsAsciiDigit)) ? sign : "",
                !isExact && token.Token.Contains('한', StringComparison.Ordinal) && (isLoose || index == tokens.Count - 1))),
        ];
    }

    private bool Is(Placed token, Sought word)
    {
        var behind = _item[token.Field][(token.Start + token.Written.Length)..];
        return (token.Token == word.Token || (word.TakesParticle && Particles.Any(particle => token.Token == word.Token + particle)))
            && (word.Written is null || token.Written == word.Written)
            && word.Sign switch
            {
                "" => true,
                "%" => Regex.IsMatch(behind, @"^\s?%"),
                var sign => Regex.Match(behind, "^[+#]*").Value == sign,
            };
    }

    private IEnumerable<(int First, int Last)> LoosePlaces(List<Sought> phrase, int between, TextField? scope)
    {
        var tokens = TokensIn(scope).ToList();
        return from first in tokens
               where Is(first, phrase[0])
               from last in tokens
               where last.Position - first.Position < phrase.Count + between && IsWithin(phrase, first.Position, last.Position)
               group last.Position by first.Position into lasts
               select (lasts.Key, lasts.Min());
    }

    /// <summary>Whether the words come in their order from one position to another, the first and the last exactly there.</summary>
    private bool IsWithin(List<Sought> phrase, int first, int last) =>
        _tokens.Exists(token => token.Position == first && Is(token, phrase[0]))
        && (phrase.Count == 1
            ? first == last
            : Enumerable.Range(first + 1, Math.Max(0, last - first)).Any(next => IsWithin([.. phrase.Skip(1)], next, last)));

    private IEnumerable<(int First, int Last)> NamePlaces(NamedPerson person, TextField? scope) =>
        Places(person.Variants, scope).Where(place => Accepts(person, place));

    private bool Accepts(NamedPerson check, (int First, int Last) place)
    {
        var first = _tokens.Find(token => token.Position == place.First);
        var last = _tokens.Find(token => token.Position == place.Last);
        return check.Accepts(_item[first.Field], first.Start, last.Start + last.Written.Length - first.Start);
    }

    private IEnumerable<Placed> TokensIn(TextField? scope) =>
        _tokens.Where(token => scope is null ? Texts.Contains(token.Field) : token.Field == scope);

    private IEnumerable<string> TextsOf(TextField? scope) =>
        scope is { } field ? _item[field].Split(ItemAbout.Between) : Texts.Select(text => _item[text]);

    private IEnumerable<string> Labels() => _item[TextField.Feed].Split(ItemAbout.Between).Select(Label);

    private IEnumerable<string> Domains()
    {
        var parts = new Uri(_item[TextField.Link] is { Length: > 0 } link ? link : "none:/").Host.Split('.');
        return parts.Index().Select(part => string.Join('.', parts[part.Index..]));
    }

    private static string Label(string text) => string.Join(' ', Tokens(text).Select(token => token.Token));

    private static bool HasShape(string word, string shape, string written) =>
        Regex.IsMatch(word, $"^{Regex.Escape(shape).Replace("\\?", ".", StringComparison.Ordinal)}{(written.EndsWith('*') ? "" : "$")}");

    private static bool Matches(QueryNode.Pattern pattern, string text) =>
        Regex.Matches(text, pattern.Text, pattern.Flags == "i" ? RegexOptions.IgnoreCase : RegexOptions.None).Any(match => match.Length > 0);

    private static List<(string Token, string Written, int Start)> Tokens(string text)
    {
        var tokens = new List<(string Token, string Written, int Start)>();
        var reader = new TokenReader(text, new char[TextFolding.Room(text.Length)]);
        while (reader.Read())
        {
            tokens.Add((reader.Folded.ToString(), text[reader.Start..reader.End], reader.Start));
        }

        return tokens;
    }

    private readonly record struct Sought(string Token, string? Written, string Sign, bool TakesParticle);

    private readonly record struct Placed(string Token, string Written, int Position, TextField Field, int Start);
}
