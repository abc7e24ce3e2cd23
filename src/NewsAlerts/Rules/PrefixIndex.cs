using System.Numerics;

namespace NewsAlerts.Rules;

/// <summary>Finds the prefixes that a word starts with.</summary>
internal sealed class PrefixIndex
{
    private const int LongestBeginning = 3;
    private const int LongestMarked = 32;
    private const int FewestBeginnings = 64;
    private const int MostBeginnings = 1 << 14;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private readonly TermTable _prefixes;
    private readonly KeyTable _keys;
    private readonly int _shortest = int.MaxValue;

    // For each hash of a word's first characters, a bit for each length that prefixes with such a beginning have; the
    // last one for all longer lengths. Most words are ruled out by it.
    private readonly uint[] _lengths;
    private readonly int _shift;
    private readonly ulong _beginning;
    private readonly int[] _starts;
    private readonly int[] _ofWords;

    public PrefixIndex(TermTable prefixes, TermTable words)
    {
        _prefixes = prefixes;
        _keys = new(prefixes.Count);
        for (var prefix = 0; prefix < prefixes.Count; prefix++)
        {
            _shortest = Math.Min(_shortest, prefixes[prefix].Length);
            if (TermKey.TryMake(prefixes[prefix], out var key))
            {
                _keys.Add(key, prefix);
            }
        }

        // As many of the first characters as every prefix has.
        _beginning = _shortest >= LongestBeginning ? ulong.MaxValue : (1UL << (16 * _shortest)) - 1;
        var beginnings = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(prefixes.Count * 8, FewestBeginnings, MostBeginnings));
        _lengths = new uint[beginnings];
        _shift = BitOperations.LeadingZeroCount((ulong)beginnings) + 1;
        for (var prefix = 0; prefix < prefixes.Count; prefix++)
        {
            var characters = prefixes[prefix];
            _lengths[BeginningOf(characters)] |= 1u << (Math.Min(characters.Length, LongestMarked) - 1);
        }

        _starts = new int[words.Count + 1];
        var ofWords = new List<int>();
        for (var word = 0; word < words.Count; word++)
        {
            AddTo(ofWords, words[word]);
            _starts[word + 1] = ofWords.Count;
        }

        _ofWords = [.. ofWords];
    }

    /// <summary>A prefix's characters.</summary>
    public ReadOnlySpan<char> this[int prefix] => _prefixes[prefix];

    /// <summary>How many prefixes there are.</summary>
    public int Count => _prefixes.Count;

    /// <summary>The prefixes of a word of the rules: looked up beforehand.</summary>
    public ReadOnlySpan<int> OfWord(int word) => _ofWords.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);

    /// <summary>A prefix's number; -1 where there is no such prefix.</summary>
    public int Find(ReadOnlySpan<char> prefix) => _prefixes.Find(prefix);

    /// <summary>
    /// The lengths of prefixes that a word may start with, a bit each, the lowest for 1; for words that have a key.
    /// </summary>
    public uint LengthsOf(TermKey word) => _lengths[HashOf(word.Beginning & _beginning)] & ((1u << word.MostCharacters) - 1);

    /// <summary>Adds the prefixes of a word in ASCII, of which <see cref="LengthsOf"/> has told the lengths.</summary>
    public void AddTo(List<int> found, TermKey word, uint lengths)
    {
        for (; lengths != 0; lengths &= lengths - 1)
        {
            if (_keys.Find(word.First(BitOperations.TrailingZeroCount(lengths) + 1)) is var prefix and >= 0)
            {
                found.Add(prefix);
            }
        }
    }

    /// <summary>Adds the prefixes of any word to <paramref name="found"/>.</summary>
    public void AddTo(List<int> found, ReadOnlySpan<char> word)
    {
        if (word.Length < _shortest)
        {
            return;
        }

        var lengths = _lengths[BeginningOf(word)];
        for (var left = lengths; left != 0; left &= left - 1)
        {
            var length = BitOperations.TrailingZeroCount(left) + 1;
            if (length > word.Length)
            {
                return;
            }

            AddTo(found, word, length);
        }

        for (var length = LongestMarked + 1; lengths >> (LongestMarked - 1) != 0 && length <= word.Length; length++)
        {
            AddTo(found, word, length);
        }
    }

    private void AddTo(List<int> found, ReadOnlySpan<char> word, int length)
    {
        if (_prefixes.Find(word[..length]) is var prefix and >= 0)
        {
            found.Add(prefix);
        }
    }

    private int BeginningOf(ReadOnlySpan<char> word)
    {
        var characters = (ulong)word[0];
        characters |= word.Length > 1 ? (ulong)word[1] << 16 : 0;
        characters |= word.Length > 2 ? (ulong)word[2] << 32 : 0;
        return HashOf(characters & _beginning);
    }

    private int HashOf(ulong beginning) => (int)(beginning * Mixer >> _shift);
}
