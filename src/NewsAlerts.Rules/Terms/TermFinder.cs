using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsAlerts.Rules.Compiling;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Rules.Terms;

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
        _lists.MakeRoom(_tokens.Count);
        _tokens.ForgetWords();
        if (!_tokens.HasLone || _terms.Prefixes.Shortest <= 1)
        {
            return ConfirmCandidates(ListCandidates(_tokens.Count, areAll: true));
        }

        // What is one character starts with no prefix: it is a word, or nothing.
        var some = _terms.LoneWords.Sift(_tokens.Keys, _lists.Tokens);
        return ConfirmCandidates(ListCandidates(some, areAll: false));
    }

    /// <summary>Lists the tokens that may be words, each with its place, and the others.</summary>
    /// <param name="tokenCount">How many tokens to look at.</param>
    /// <param name="areAll">Whether these are all tokens, and not some that are listed.</param>
    private int ListCandidates(int tokenCount, bool areAll)
    {
        // The lists have room for all tokens: that need not be checked for each.
        ref var tokens = ref MemoryMarshal.GetArrayDataReference(_lists.Tokens);
        ref var places = ref MemoryMarshal.GetArrayDataReference(_lists.Places);
        ref var others = ref MemoryMarshal.GetArrayDataReference(_lists.Others);
        var search = _terms.WordKeys.Search();
        var keys = _tokens.Keys;
        nuint count = 0;
        nuint othersEnd = 0;
        for (var i = 0; i < tokenCount; i++)
        {
            var token = areAll ? i : Unsafe.Add(ref tokens, i);
            var misses = search.Misses(keys[token], out var place);
            Unsafe.Add(ref tokens, count) = token;
            Unsafe.Add(ref places, count) = place;
            Unsafe.Add(ref others, othersEnd) = token;
            count += misses ^ 1;
            othersEnd += misses;
        }

        _lists.OthersCount = (int)othersEnd;
        return (int)count;
    }

    /// <summary>Lists the words among candidates, each with its token; says how many there are.</summary>
    private int ConfirmCandidates(int candidates)
    {
        var keys = _tokens.Keys;
        ref var words = ref MemoryMarshal.GetReference(_tokens.Words);
        ref var found = ref MemoryMarshal.GetArrayDataReference(_lists.Words);
        ref var tokens = ref MemoryMarshal.GetArrayDataReference(_lists.Tokens);
        ref var others = ref MemoryMarshal.GetArrayDataReference(_lists.Others);
        ref var places = ref MemoryMarshal.GetArrayDataReference(_lists.Places);
        var search = _terms.WordKeys.Search();
        for (var i = 0; i < candidates; i++)
        {
            search.WillFindAt(Unsafe.Add(ref places, i));
        }

        nuint count = 0;
        var othersEnd = (nuint)(uint)_lists.OthersCount;
        for (var i = 0; i < candidates; i++)
        {
            var token = Unsafe.Add(ref tokens, i);
            var word = search.FindAt(keys[token], Unsafe.Add(ref places, i));
            if (word == RuleTerms.LongWord)
            {
                word = FindLong(token);
            }

            Unsafe.Add(ref words, token) = word >> RuleTerms.FlagBits;
            Unsafe.Add(ref found, count) = word;
            Unsafe.Add(ref tokens, count) = token;
            Unsafe.Add(ref others, othersEnd) = token;
            count += (uint)~word >> 31;
            othersEnd += ((uint)word >> 31) | (((uint)word & RuleTerms.HasPrefixes) / RuleTerms.HasPrefixes);
        }

        _lists.OthersCount = (int)othersEnd;
        return (int)count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindLong(int token) => _terms.Find(_tokens.Folded(token));

    /// <summary>
    /// Lists the words that may begin a row, each with the token behind it, which is a word, too, perhaps of the next field;
    /// says how many.
    /// </summary>
    private int ListPairs(int words)
    {
        // There is room for all tokens, and a place without a word behind the last one: nothing is to be checked for each.
        ref var found = ref MemoryMarshal.GetArrayDataReference(_lists.Words);
        ref var tokens = ref MemoryMarshal.GetArrayDataReference(_lists.Tokens);
        ref var firsts = ref MemoryMarshal.GetArrayDataReference(_lists.Firsts);
        ref var nexts = ref MemoryMarshal.GetArrayDataReference(_lists.Nexts);
        ref var all = ref MemoryMarshal.GetReference(_tokens.Words);
        nuint count = 0;
        for (var i = 0; i < words; i++)
        {
            var word = Unsafe.Add(ref found, i);
            var next = Unsafe.Add(ref tokens, i) + 1;
            Unsafe.Add(ref firsts, count) = word >> RuleTerms.FlagBits;
            Unsafe.Add(ref nexts, count) = next;
            count += (uint)(word & RuleTerms.BeginsRow & ~(Unsafe.Add(ref all, next) >> 31));
        }

        return (int)count;
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
                var misses = search.Misses(TermKey.OfPair(first, tokens[next]), out var place);
                (firsts[candidates], nexts[candidates], places[candidates]) = (first, next, place);
                candidates += (int)misses ^ 1;
            }

            var rows = 0;
            for (var i = 0; i < candidates; i++)
            {
                var next = nexts[i];
                var row = search.FindAt(TermKey.OfPair(firsts[i], tokens[next]), places[i]);
                firsts[rows] = row;
                nexts[rows] = next + 1;
                rows += row >= 0 && !_tokens.IsStart(next) ? 1 : 0;
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

        for (var token = 0; token < keys.Length && prefixes.HasHangul && _tokens.HasHangul; token++)
        {
            if (!keys[token].IsAscii && !keys[token].IsLong)
            {
                prefixes.AddWithHangulTo(_scratch.Numbers, _tokens.Folded(token));
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
