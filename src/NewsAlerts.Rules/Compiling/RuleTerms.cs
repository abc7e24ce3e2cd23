using System.Runtime.InteropServices;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Compiling;

/// <summary>
/// The terms of compiled rules, numbered in one sequence: the words, the rows of words that phrases begin with, one
/// that is in every item, and the prefixes.
/// </summary>
internal sealed class RuleTerms
{
    /// <summary>How many bits a word's flags have.</summary>
    public const int FlagBits = 2;

    /// <summary>How many bits the flag of words in a row has.</summary>
    public const int RowFlagBits = 1;

    /// <summary>The flag of a word, or words in a row, that a phrase has before another word.</summary>
    public const int BeginsRow = 1;

    /// <summary>The flag of a word that starts with prefixes of the rules.</summary>
    public const int HasPrefixes = 2;

    /// <summary>What <see cref="WordKeys"/> find for tokens that are too long to have a key: <see cref="Find"/> tells which word it is.</summary>
    public const int LongWord = -1;

    private readonly int _words;
    private readonly TermTable _longWords = new();
    private readonly List<int> _longNumbers = [];

    /// <param name="words">The words.</param>
    /// <param name="prefixes">The prefixes.</param>
    /// <param name="code">The instructions, whose phrases have the rows.</param>
    public RuleTerms(TermTable words, TermTable prefixes, RuleCode code)
    {
        _words = words.Count;
        Prefixes = new(prefixes);
        var flags = new byte[words.Count];
        RowKeys = MakeRows(code, flags);
        Everywhere = words.Count + RowKeys.Count;
        WordKeys = MakeWords(words, flags);
        _longWords.Trim();
        _longNumbers.TrimExcess();
    }

    public PrefixIndex Prefixes { get; }

    /// <summary>Those words that are one character beyond ASCII.</summary>
    public LoneWords LoneWords { get; } = new();

    /// <summary>The term that is in every item.</summary>
    public int Everywhere { get; }

    /// <summary>How many terms there are.</summary>
    public int Count => Everywhere + 1 + Prefixes.Count;

    /// <summary>Finds words by their keys: what is found has the word's flags below its number.</summary>
    public KeyIndex WordKeys { get; }

    /// <summary>
    /// Finds rows of words by the pair of the term that the row is without its last word, and that word: what is found
    /// has the flag below the row's term.
    /// </summary>
    public KeyIndex RowKeys { get; }

    /// <summary>A word, its flags below its number; negative where there is none.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (TermKey.TryMake(word, out var key))
        {
            return WordKeys.Find(key);
        }

        return _longWords.Find(word) is var number and >= 0 ? _longNumbers[number] : KeyIndex.None;
    }

    /// <summary>The term that a prefix is.</summary>
    public int OfPrefix(int prefix) => Everywhere + 1 + prefix;

    /// <summary>The term that words in a row are; negative where no phrase begins with them.</summary>
    public int OfPhrase(ReadOnlySpan<int> words)
    {
        var row = words[0];
        for (var i = 1; i < words.Length && row >= 0; i++)
        {
            row = RowKeys.Find(TermKey.OfPair(row, words[i])) >> RowFlagBits;
        }

        return row;
    }

    /// <summary>The words that a term is: itself, or those in a row. Looks through all of them.</summary>
    public IReadOnlyList<string> WordsOf(int term)
    {
        if (term >= _words)
        {
            var (row, next) = RowKeys.Keys.First(entry => entry.Number >> RowFlagBits == term).Key.ToPair();
            return [.. WordsOf(row), .. WordsOf(next)];
        }

        var characters = new char[TermKey.LongestAscii];
        var key = WordKeys.Keys.FirstOrDefault(entry => entry.Number >> FlagBits == term).Key;
        return key.IsLong
            ? [_longWords[_longNumbers.FindIndex(number => number >> FlagBits == term)].ToString()]
            : [new(characters, 0, key.CopyTo(characters))];
    }

    private KeyIndex MakeWords(TermTable words, byte[] flags)
    {
        var keys = new List<(TermKey, int)>(words.Count);
        for (var word = 0; word < words.Count; word++)
        {
            var hasPrefixes = Prefixes.HasAnyOf(words[word]) ? HasPrefixes : 0;
            var number = (word << FlagBits) | flags[word] | hasPrefixes;
            if (TermKey.TryMake(words[word], out var key))
            {
                keys.Add((key, number));
                LoneWords.Add(key);
                continue;
            }

            _longWords.Intern(words[word]);
            _longNumbers.Add(number);
        }

        if (_longNumbers.Count > 0)
        {
            keys.Add((default, LongWord));
        }

        return new(CollectionsMarshal.AsSpan(keys));
    }

    /// <summary>Numbers the rows of words that phrases begin with, and says which of them, and which words, are longer.</summary>
    private KeyIndex MakeRows(RuleCode code, byte[] flags)
    {
        var rows = new Dictionary<TermKey, int>();
        var isLonger = new List<bool>();
        for (var at = 0; at < code.Length; at = code.Next(at))
        {
            if (code.OperationAt(at) != RuleOperation.Phrase)
            {
                continue;
            }

            var words = code.PhraseWords(at);
            flags[words[0]] = BeginsRow;
            var row = words[0];
            for (var i = 1; i < words.Length; i++)
            {
                var key = TermKey.OfPair(row, words[i]);
                if (!rows.TryGetValue(key, out row))
                {
                    row = _words + rows.Count;
                    rows.Add(key, row);
                    isLonger.Add(false);
                }

                isLonger[row - _words] |= i + 1 < words.Length;
            }
        }

        return new([.. rows.Select(row => (row.Key, (row.Value << RowFlagBits) | (isLonger[row.Value - _words] ? BeginsRow : 0)))]);
    }
}
