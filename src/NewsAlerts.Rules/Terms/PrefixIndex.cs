using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Rules.Terms;

/// <summary>
/// Finds the prefixes that a word starts with. Those with Hangul are looked for among words with Hangul alone: nouns, which have
/// two syllables mostly, and so short a prefix would rule out few other words.
/// </summary>
internal sealed class PrefixIndex
{
    private const int LongestBeginning = 4;
    private const int LongestMarked = 32;
    private const int BitShift = 6;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private readonly TermTable _prefixes;
    private readonly KeyIndex _keys;

    // How many first characters are hashed: at most as many as every prefix has.
    private readonly int _beginning;

    // A word that is too short to start with a prefix has a key that is below it in its lower half.
    private readonly ulong _shortestKey;

    // A bit for each hash of the first characters that some prefix has. Most words are ruled out by it.
    private readonly ulong[] _beginnings;
    private readonly int _shift;

    // For fewer such hashes, a bit for each length that prefixes have; the last one for all longer lengths.
    private readonly uint[] _lengths;
    private readonly int _lengthShift;

    // A bit for each length of prefixes with Hangul; the last one for all longer lengths.
    private readonly uint _hangulLengths;

    public PrefixIndex(TermTable prefixes)
    {
        _prefixes = prefixes;
        var keys = new List<(TermKey, int)>(prefixes.Count);
        for (var prefix = 0; prefix < prefixes.Count; prefix++)
        {
            if (HangulParticles.HasSyllable(prefixes[prefix]))
            {
                _hangulLengths |= BitOf(prefixes[prefix].Length);
                continue;
            }

            Shortest = Math.Min(Shortest, prefixes[prefix].Length);
            if (TermKey.TryMake(prefixes[prefix], out var key))
            {
                keys.Add((key, prefix));
            }
        }

        _keys = new(CollectionsMarshal.AsSpan(keys));
        _beginning = Math.Min(Shortest, LongestBeginning);
        _shortestKey = Shortest == int.MaxValue ? ulong.MaxValue : 1UL << (8 * (_beginning - 1));
        var size = Math.Clamp(BitOperations.Log2((uint)prefixes.Count | 1), 0, 12);
        (_shift, _lengthShift) = (64 - 7 - size, 64 - 2 - size);
        _beginnings = new ulong[1 << (7 + size - BitShift)];
        _lengths = new uint[1 << (2 + size)];
        for (var prefix = 0; prefix < prefixes.Count; prefix++)
        {
            if (!HangulParticles.HasSyllable(prefixes[prefix]))
            {
                var hash = HashOf(prefixes[prefix]);
                _beginnings[hash >> _shift >> BitShift] |= 1UL << (int)(hash >> _shift);
                _lengths[hash >> _lengthShift] |= BitOf(prefixes[prefix].Length);
            }
        }
    }

    /// <summary>A prefix's characters.</summary>
    public ReadOnlySpan<char> this[int prefix] => _prefixes[prefix];

    /// <summary>Whether there are prefixes with Hangul.</summary>
    public bool HasHangul => _hangulLengths != 0;

    /// <summary>How many characters the shortest prefix without Hangul has; where there is none, more than any word.</summary>
    public int Shortest { get; } = int.MaxValue;

    /// <summary>How many prefixes there are.</summary>
    public int Count => _prefixes.Count;

    /// <summary>A prefix's number; -1 where there is no such prefix.</summary>
    public int Find(ReadOnlySpan<char> prefix) => _prefixes.Find(prefix);

    /// <summary>Moves the tokens that may start with a prefix without Hangul to the beginning; says how many they are.</summary>
    /// <param name="tokens">Some tokens.</param>
    /// <param name="keys">The keys of all tokens.</param>
    public int Sift(Span<int> tokens, ReadOnlySpan<TermKey> keys)
    {
        // Whether a word is ruled out cannot be foretold: each is written, and counts or not. Indexes are inside by construction.
        ref var beginnings = ref MemoryMarshal.GetArrayDataReference(_beginnings);
        ref var key = ref MemoryMarshal.GetReference(keys);
        var (shift, beginning, shortest) = (_shift, _beginning, _shortestKey);
        var count = 0;
        foreach (var token in tokens)
        {
            tokens[count] = token;
            count += Unsafe.Add(ref key, token).Low >= shortest ? 1 : 0;
        }

        tokens = tokens[..count];
        count = 0;
        foreach (var token in tokens)
        {
            var hash = Unsafe.Add(ref key, token).Beginning(beginning) * Mixer >> shift;
            tokens[count] = token;
            count += (int)(Unsafe.Add(ref beginnings, (nuint)(hash >> BitShift)) >> (int)hash) & 1;
        }

        return count;
    }

    /// <summary>Whether a word that has a key may start with a prefix.</summary>
    public bool MayStart(TermKey word)
    {
        var token = 0;
        return (HasHangul && !word.IsAscii) || Sift(new(ref token), new(in word)) > 0;
    }

    /// <summary>Whether a word starts with a prefix.</summary>
    public bool HasAnyOf(ReadOnlySpan<char> word)
    {
        var found = new List<int>();
        AddTo(found, word);
        return found.Count > 0;
    }

    /// <summary>Adds the prefixes of a word in ASCII to <paramref name="found"/>.</summary>
    public void AddTo(List<int> found, TermKey word)
    {
        var lengths = _lengths[word.Beginning(_beginning) * Mixer >> _lengthShift] & ((1u << word.MostCharacters) - 1);
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
        if (word.Length >= Shortest)
        {
            AddTo(found, word, _lengths[HashOf(word) >> _lengthShift], hasHangul: false);
        }

        AddWithHangulTo(found, word);
    }

    /// <summary>Adds the prefixes with Hangul of any word to <paramref name="found"/>.</summary>
    public void AddWithHangulTo(List<int> found, ReadOnlySpan<char> word)
    {
        if (HasHangul && HangulParticles.HasSyllable(word))
        {
            AddTo(found, word, _hangulLengths, hasHangul: true);
        }
    }

    private void AddTo(List<int> found, ReadOnlySpan<char> word, uint lengths, bool hasHangul)
    {
        for (var left = lengths; left != 0; left &= left - 1)
        {
            var length = BitOperations.TrailingZeroCount(left) + 1;
            if (length > word.Length)
            {
                return;
            }

            AddTo(found, word[..length], hasHangul);
        }

        for (var length = LongestMarked + 1; lengths >> (LongestMarked - 1) != 0 && length <= word.Length; length++)
        {
            AddTo(found, word[..length], hasHangul);
        }
    }

    private void AddTo(List<int> found, ReadOnlySpan<char> beginning, bool hasHangul)
    {
        if (_prefixes.Find(beginning) is var prefix and >= 0 && HangulParticles.HasSyllable(beginning) == hasHangul)
        {
            found.Add(prefix);
        }
    }

    private static uint BitOf(int length) => 1u << (Math.Min(length, LongestMarked) - 1);

    /// <summary>The hash of a word's beginning: as that of its key.</summary>
    private ulong HashOf(ReadOnlySpan<char> word)
    {
        var characters = 0UL;
        for (var i = 0; i < _beginning; i++)
        {
            characters ^= (ulong)word[i] << (8 * i);
        }

        return characters * Mixer;
    }
}
