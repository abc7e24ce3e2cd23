using System.Runtime.InteropServices;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Compiling;

/// <summary>
/// The terms of changed rules that the compiled ones do not have. It never changes: with more terms, it is a new one.
/// The terms are numbered after the compiled ones: words are even, prefixes odd.
/// </summary>
internal sealed class NewTerms
{
    private readonly RuleTerms _compiled;
    private readonly TermTable _words;
    private readonly Dictionary<TermKey, int> _keys;
    private readonly TermTable _prefixes;
    private PrefixIndex _index;

    public NewTerms(RuleTerms compiled)
    {
        _compiled = compiled;
        _words = new();
        _keys = [];
        _prefixes = new();
        _index = new(_prefixes);
    }

    private NewTerms(NewTerms other)
    {
        _compiled = other._compiled;
        _words = new(other._words);
        _keys = new(other._keys);
        _prefixes = new(other._prefixes);
        _index = other._index;
    }

    /// <summary>Above the numbers of all terms, compiled and new.</summary>
    public int Limit => _compiled.Count + (2 * Math.Max(_words.Count, _prefixes.Count));

    /// <summary>Numbers the words and prefixes of a rule.</summary>
    /// <param name="words">The rule's words.</param>
    /// <param name="prefixes">Its prefixes.</param>
    /// <param name="wordTerms">The terms that the words are.</param>
    /// <param name="prefixTerms">The terms that the prefixes are.</param>
    /// <returns>The terms with those that were missing.</returns>
    public NewTerms With(TermTable words, TermTable prefixes, out int[] wordTerms, out int[] prefixTerms)
    {
        var terms = this;
        wordTerms = new int[words.Count];
        for (var word = 0; word < words.Count; word++)
        {
            wordTerms[word] = _compiled.Find(words[word]) is var known and >= 0
                ? known >> RuleTerms.FlagBits
                : _compiled.Count + (2 * NumberOfWord(words[word], ref terms));
        }

        prefixTerms = new int[prefixes.Count];
        for (var prefix = 0; prefix < prefixes.Count; prefix++)
        {
            prefixTerms[prefix] = _compiled.Prefixes.Find(prefixes[prefix]) is var known and >= 0
                ? _compiled.OfPrefix(known)
                : TermOfPrefix(NumberOfPrefix(prefixes[prefix], ref terms));
        }

        if (terms._prefixes.Count > _prefixes.Count)
        {
            terms._index = new(terms._prefixes);
        }

        return terms;
    }

    /// <summary>
    /// Gives the tokens that are no compiled word their new ones, and adds the new terms that are in the item; after which
    /// compiled postings are not to be looked for any more.
    /// </summary>
    public void Find(MatchScratch scratch)
    {
        // What was found out about places does not know the new words.
        scratch.Positions.Clear();
        if (_words.Count > 0)
        {
            FindWords(scratch.Tokens, scratch.Terms);
        }

        if (_prefixes.Count > 0)
        {
            FindPrefixes(scratch);
        }
    }

    private void FindWords(ItemTokens tokens, TermSet found)
    {
        var words = tokens.Words;
        var keys = tokens.Keys;
        found.MakeRoom(words.Length);
        for (var token = 0; token < words.Length; token++)
        {
            if (words[token] < 0 && (keys[token].IsLong ? _words.Find(tokens.Folded(token)) : _keys.GetValueOrDefault(keys[token], -1)) is var word and >= 0)
            {
                words[token] = _compiled.Count + (2 * word);
                found.Add(words[token]);
            }
        }
    }

    private void FindPrefixes(MatchScratch scratch)
    {
        var keys = scratch.Tokens.Keys;
        for (var token = 0; token < keys.Length; token++)
        {
            if (keys[token].IsLong || _index.MayStart(keys[token]))
            {
                _index.AddTo(scratch.Numbers, scratch.Tokens.Folded(token));
            }
        }

        scratch.Terms.MakeRoom(scratch.Numbers.Count);
        foreach (var prefix in CollectionsMarshal.AsSpan(scratch.Numbers))
        {
            scratch.Terms.Add(TermOfPrefix(prefix));
        }

        scratch.Numbers.Clear();
    }

    private int TermOfPrefix(int prefix) => _compiled.Count + (2 * prefix) + 1;

    private int NumberOfWord(ReadOnlySpan<char> word, ref NewTerms terms)
    {
        if (terms._words.Find(word) is var known and >= 0)
        {
            return known;
        }

        terms = ReferenceEquals(terms, this) ? new(this) : terms;
        var number = terms._words.Intern(word);
        if (TermKey.TryMake(word, out var key))
        {
            terms._keys.Add(key, number);
        }

        return number;
    }

    private int NumberOfPrefix(ReadOnlySpan<char> prefix, ref NewTerms terms)
    {
        if (terms._prefixes.Find(prefix) is var known and >= 0)
        {
            return known;
        }

        terms = ReferenceEquals(terms, this) ? new(this) : terms;
        return terms._prefixes.Intern(prefix);
    }
}
