using System.Runtime.InteropServices;

namespace NewsAlerts.Rules;

/// <summary>
/// Finds the terms of the rules among an item's tokens. In steps over all tokens, each nearly without jumps: what a word
/// is cannot be foretold, but many words can be looked at side by side. Where it is open whether something is to be
/// kept, it is written to the end of a list, and the list grows by one or by nothing.
/// </summary>
internal readonly ref struct TermFinder(RuleTerms terms, MatchScratch scratch)
{
    private readonly RuleTerms _terms = terms;
    private readonly ItemTokens _tokens = scratch.Tokens;
    private readonly TermSet _found = scratch.Terms;
    private readonly MatchScratch _scratch = scratch;

    /// <summary>Gives all tokens their words, and adds the terms that are in the item.</summary>
    public void Find()
    {
        _found.MakeRoom(1);
        _found.Add(_terms.Everywhere);
        FindWords();
        FindPhrases();
        AddWords();
    }

    /// <summary>Gives all tokens their words, flags below them.</summary>
    public void FindWords()
    {
        var keys = _tokens.Keys;
        var words = _tokens.Words[..keys.Length];
        var table = _terms.WordKeys;
        for (var i = 0; i < keys.Length; i++)
        {
            words[i] = table.Seek(keys[i]);
        }

        for (var i = 0; i < keys.Length; i++)
        {
            words[i] = table.FindAt(keys[i], words[i]);
        }

        foreach (var token in _tokens.Long)
        {
            words[token.Token] = _terms.Find(_tokens.Folded(token));
        }
    }

    private void FindPhrases()
    {
        var seconds = _scratch.Buffer(_tokens.Count);
        for (var field = 0; field < _tokens.Fields; field++)
        {
            var words = _tokens.WordsOf(field);
            var count = 0;
            for (var i = 1; i < words.Length; i++)
            {
                seconds[count] = i;
                count += words[i - 1] & ~(words[i] >> 31) & RuleTerms.BeginsRow;
            }

            AddRows(words, seconds[..count]);
        }
    }

    private void AddRows(ReadOnlySpan<int> words, ReadOnlySpan<int> seconds)
    {
        var table = _terms.RowKeys;
        var found = _scratch.OtherBuffer(seconds.Length);
        for (var i = 0; i < seconds.Length; i++)
        {
            found[i] = table.Seek(PairAt(words, seconds[i]));
        }

        for (var i = 0; i < seconds.Length; i++)
        {
            var row = table.FindAt(PairAt(words, seconds[i]), found[i]);
            if (row >= 0)
            {
                AddRows(row, words[(seconds[i] + 1)..]);
            }
        }
    }

    private static TermKey PairAt(ReadOnlySpan<int> words, int second) =>
        TermKey.OfPair(words[second - 1] >> RuleTerms.FlagBits, words[second] >> RuleTerms.FlagBits);

    private void AddRows(int row, ReadOnlySpan<int> next)
    {
        while (row >= 0)
        {
            _found.MakeRoom(1);
            _found.Add(row >> RuleTerms.RowFlagBits);
            if ((row & RuleTerms.BeginsRow) == 0 || next.IsEmpty || next[0] < 0)
            {
                return;
            }

            row = _terms.RowKeys.Find(TermKey.OfPair(row >> RuleTerms.RowFlagBits, next[0] >> RuleTerms.FlagBits));
            next = next[1..];
        }
    }

    private void AddWords()
    {
        var words = _tokens.Words;
        var prefixed = _scratch.Buffer(words.Length);
        var others = _scratch.OtherBuffer(words.Length);
        var (prefixedCount, otherCount) = _found.AddTokens(words, RuleTerms.FlagBits, prefixed, others);
        foreach (var word in prefixed[..prefixedCount])
        {
            AddPrefixes(_terms.Prefixes.OfWord(word));
        }

        if (_terms.Prefixes.Count > 0)
        {
            AddPrefixesOfOthers(others[..otherCount]);
        }
    }

    private void AddPrefixesOfOthers(Span<int> tokens)
    {
        var keys = _tokens.Keys;
        var count = 0;
        foreach (var token in tokens)
        {
            tokens[count] = token;
            count += _terms.Prefixes.MayStart(keys[token]);
        }

        foreach (var token in tokens[..count])
        {
            AddPrefixesOf(_tokens.Folded(token));
        }

        foreach (var token in _tokens.Long)
        {
            AddPrefixesOf(_tokens.Folded(token));
        }
    }

    private void AddPrefixesOf(ReadOnlySpan<char> token)
    {
        _terms.Prefixes.AddTo(_scratch.Numbers, token);
        AddPrefixes(CollectionsMarshal.AsSpan(_scratch.Numbers));
        _scratch.Numbers.Clear();
    }

    private void AddPrefixes(ReadOnlySpan<int> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            _found.MakeRoom(1);
            _found.Add(_terms.OfPrefix(prefix));
        }
    }
}
