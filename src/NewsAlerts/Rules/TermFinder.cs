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
        var words = FindWords();
        _found.AddAll(_lists.Words.AsSpan(0, words), RuleTerms.FlagBits);
        AddRows(ListPairs(words));
        if (_terms.Prefixes.Count > 0)
        {
            AddPrefixes();
        }
    }

    /// <summary>
    /// Gives all tokens their words, and lists them: words with their flags, which tokens they are, and the tokens that may
    /// start with a prefix. Says how many words there are.
    /// </summary>
    public int FindWords()
    {
        // The lists have room for all tokens: that need not be checked for each.
        var keys = _tokens.Keys;
        _lists.MakeRoom(keys.Length);
        ref var words = ref MemoryMarshal.GetReference(_tokens.Words);
        ref var found = ref MemoryMarshal.GetArrayDataReference(_lists.Words);
        ref var tokens = ref MemoryMarshal.GetArrayDataReference(_lists.Tokens);
        ref var others = ref MemoryMarshal.GetArrayDataReference(_lists.Others);
        ref var places = ref MemoryMarshal.GetArrayDataReference(_lists.Places);
        var search = _terms.WordKeys.Search();
        var (candidates, othersEnd) = (0, 0);
        for (var token = 0; token < keys.Length; token++)
        {
            var isThere = search.Seek(keys[token], out var place);
            Unsafe.Add(ref words, token) = KeyIndex.None;
            Unsafe.Add(ref tokens, (nuint)(uint)candidates) = token;
            Unsafe.Add(ref places, (nuint)(uint)candidates) = place;
            Unsafe.Add(ref others, (nuint)(uint)othersEnd) = token;
            candidates += isThere;
            othersEnd += isThere ^ 1;
        }

        for (var i = 0; i < candidates; i++)
        {
            search.WillFindAt(Unsafe.Add(ref places, i));
        }

        var count = 0;
        for (var i = 0; i < candidates; i++)
        {
            var token = Unsafe.Add(ref tokens, i);
            var word = search.FindAt(keys[token], Unsafe.Add(ref places, i));
            if (word == RuleTerms.LongWord)
            {
                word = _terms.Find(_tokens.Folded(token));
            }

            Unsafe.Add(ref words, token) = word >> RuleTerms.FlagBits;
            Unsafe.Add(ref found, count) = word;
            Unsafe.Add(ref tokens, count) = token;
            Unsafe.Add(ref others, othersEnd) = token;
            count += ~word >>> 31;
            othersEnd += (word >>> 31) | ((word & RuleTerms.HasPrefixes) / RuleTerms.HasPrefixes);
        }

        _lists.OthersCount = othersEnd;
        return count;
    }

    /// <summary>Lists the words that may begin a row, each with the token behind it, which is a word, too; says how many.</summary>
    private int ListPairs(int words)
    {
        var (found, tokens, firsts, nexts) = (_lists.Words, _lists.Tokens, _lists.Firsts, _lists.Nexts);
        var all = _tokens.Words;
        var (at, count) = (0, 0);
        for (var field = 0; field < _tokens.Fields; field++)
        {
            // The last token of a field has none behind it.
            var last = _tokens.EndOf(field) - 1;
            for (; at < words && tokens[at] < last; at++)
            {
                var next = tokens[at] + 1;
                firsts[count] = found[at] >> RuleTerms.FlagBits;
                nexts[count] = next;
                count += found[at] & RuleTerms.BeginsRow & ~(all[next] >> 31);
            }

            at += at < words && tokens[at] == last ? 1 : 0;
        }

        return count;
    }

    /// <summary>Adds rows of words: all of two, then those of them that go on, and so forth.</summary>
    private void AddRows(int count)
    {
        var (firsts, nexts, places) = (_lists.Firsts, _lists.Nexts, _lists.Places);
        var search = _terms.RowKeys.Search();
        var tokens = _tokens.Words;
        while (count > 0)
        {
            var candidates = 0;
            for (var i = 0; i < count; i++)
            {
                var (first, next) = (firsts[i], nexts[i]);
                var isThere = search.Seek(TermKey.OfPair(first, tokens[next]), out var place);
                (firsts[candidates], nexts[candidates], places[candidates]) = (first, next, place);
                candidates += isThere;
            }

            var rows = 0;
            for (var i = 0; i < candidates; i++)
            {
                var row = search.FindAt(TermKey.OfPair(firsts[i], tokens[nexts[i]]), places[i]);
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

    private void AddPrefixes()
    {
        var prefixes = _terms.Prefixes;
        var keys = _tokens.Keys;
        var tokens = _lists.Others.AsSpan(0, _lists.OthersCount);
        foreach (var token in tokens[..prefixes.Sift(tokens, keys)])
        {
            if (keys[token].IsAscii)
            {
                prefixes.AddTo(_scratch.Numbers, keys[token]);
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

        foreach (var prefix in CollectionsMarshal.AsSpan(_scratch.Numbers))
        {
            _found.MakeRoom(1);
            _found.Add(_terms.OfPrefix(prefix));
        }

        _scratch.Numbers.Clear();
    }
}
