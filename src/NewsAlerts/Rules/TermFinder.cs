using System.Runtime.CompilerServices;
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
    private readonly TermLists _lists = scratch.Lists;
    private readonly MatchScratch _scratch = scratch;

    /// <summary>Gives all tokens their words, and adds the terms that are in the item.</summary>
    public void Find()
    {
        _found.MakeRoom(1);
        _found.Add(_terms.Everywhere);
        FindWords();
        Sort(out var words, out var others, out var pairs);
        AddRows(pairs);
        _found.AddAll(_lists.Words.AsSpan(0, words), RuleTerms.FlagBits);
        if (_terms.Prefixes.Count > 0)
        {
            AddPrefixesOfWords(_lists.Words.AsSpan(0, words));
            AddPrefixesOfOthers(_lists.Others.AsSpan(0, others));
        }
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

    /// <summary>Parts what is to be done with the tokens: words to add, pairs to look up, and what may only start with a prefix.</summary>
    private void Sort(out int wordCount, out int otherCount, out int pairCount)
    {
        // The lists have room for all tokens: that need not be checked for each.
        var tokens = _tokens.Words;
        _lists.MakeRoom(tokens.Length);
        ref var words = ref MemoryMarshal.GetArrayDataReference(_lists.Words);
        ref var others = ref MemoryMarshal.GetArrayDataReference(_lists.Others);
        ref var firsts = ref MemoryMarshal.GetArrayDataReference(_lists.Firsts);
        ref var nexts = ref MemoryMarshal.GetArrayDataReference(_lists.Nexts);
        var (wordsEnd, othersEnd, pairsEnd) = (0, 0, 0);
        for (var field = 0; field < _tokens.Fields; field++)
        {
            var (token, end) = (_tokens.StartOf(field), _tokens.EndOf(field));
            var before = KeyTable.None;
            for (; token < end; token++)
            {
                var word = tokens[token];
                var isWord = ~(word >> 31) & 1;
                tokens[token] = word >> RuleTerms.FlagBits;
                Unsafe.Add(ref words, wordsEnd) = word;
                wordsEnd += isWord;
                Unsafe.Add(ref others, othersEnd) = token;
                othersEnd += isWord ^ 1;
                Unsafe.Add(ref firsts, pairsEnd) = before >> RuleTerms.FlagBits;
                Unsafe.Add(ref nexts, pairsEnd) = token;
                pairsEnd += before & isWord & RuleTerms.BeginsRow;
                before = word;
            }
        }

        (wordCount, otherCount, pairCount) = (wordsEnd, othersEnd, pairsEnd);
    }

    /// <summary>Adds rows of words: all of two, then those of them that go on, and so forth.</summary>
    private void AddRows(int count)
    {
        var (firsts, nexts, places) = (_lists.Firsts, _lists.Nexts, _lists.Places);
        var table = _terms.RowKeys;
        var tokens = _tokens.Words;
        while (count > 0)
        {
            for (var i = 0; i < count; i++)
            {
                places[i] = table.Seek(TermKey.OfPair(firsts[i], tokens[nexts[i]]));
            }

            var rows = 0;
            for (var i = 0; i < count; i++)
            {
                var row = table.FindAt(TermKey.OfPair(firsts[i], tokens[nexts[i]]), places[i]);
                firsts[rows] = row;
                nexts[rows] = nexts[i] + 1;
                rows += ~(row >> 31) & 1;
            }

            _found.AddAll(firsts.AsSpan(0, rows), RuleTerms.RowFlagBits);
            count = 0;
            for (var i = 0; i < rows; i++)
            {
                var (row, next) = (firsts[i], nexts[i]);
                firsts[count] = row >> RuleTerms.RowFlagBits;
                nexts[count] = next;
                count += (row & RuleTerms.BeginsRow) != 0 && !_tokens.IsStart(next) && tokens[next] >= 0 ? 1 : 0;
            }
        }
    }

    private void AddPrefixesOfWords(Span<int> words)
    {
        foreach (var word in words)
        {
            if ((word & RuleTerms.HasPrefixes) != 0)
            {
                AddPrefixes(_terms.Prefixes.OfWord(word >> RuleTerms.FlagBits));
            }
        }
    }

    private void AddPrefixesOfOthers(Span<int> tokens)
    {
        var prefixes = _terms.Prefixes;
        var keys = _tokens.Keys;
        var count = 0;
        foreach (var token in tokens)
        {
            var lengths = prefixes.LengthsOf(keys[token]);
            tokens[count] = token;
            count += (int)((lengths | (0 - lengths)) >> 31);
        }

        foreach (var token in tokens[..count])
        {
            if (keys[token].IsAscii)
            {
                prefixes.AddTo(_scratch.Numbers, keys[token], prefixes.LengthsOf(keys[token]));
            }
            else
            {
                prefixes.AddTo(_scratch.Numbers, _tokens.Folded(token));
            }
        }

        foreach (var token in _tokens.Long)
        {
            prefixes.AddTo(_scratch.Numbers, _tokens.Folded(token));
        }

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
