using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Parsing;

/// <summary>
/// The words of the rules that are one character beyond ASCII, a bit each: a text without spaces has hundreds of such
/// tokens, and most are none of these.
/// </summary>
internal sealed class LoneWords
{
    private const int WordShift = 6;

    // Of all rules without such words.
    private static readonly ulong[] NoBits = new ulong[(char.MaxValue + 1) >> WordShift];

    private ulong[] _bits = NoBits;

    /// <summary>Adds the word that has a key, if it is one character beyond ASCII.</summary>
    public void Add(TermKey word)
    {
        if (word.IsCharacter == 1)
        {
            _bits = ReferenceEquals(_bits, NoBits) ? new ulong[NoBits.Length] : _bits;
            _bits[word.Low >> WordShift] |= 1UL << (int)word.Low;
        }
    }

    /// <summary>Lists all tokens but those that are one character beyond ASCII and none of the words; says how many there are.</summary>
    /// <param name="keys">The keys of all tokens.</param>
    /// <param name="tokens">Where they go, one place more than there are keys.</param>
    public int Sift(ReadOnlySpan<TermKey> keys, Span<int> tokens)
    {
        // Each is written, and counts or not: which ones do cannot be foretold. Indexes are inside by construction.
        ref var bits = ref MemoryMarshal.GetArrayDataReference(_bits);
        ref var target = ref MemoryMarshal.GetReference(tokens[..(keys.Length + 1)]);
        nuint count = 0;
        for (var token = 0; token < keys.Length; token++)
        {
            var key = keys[token];
            var isWord = Unsafe.Add(ref bits, (nuint)(ushort)key.Low >> WordShift) >> (int)key.Low;
            Unsafe.Add(ref target, count) = token;
            count += (nuint)((isWord | ~key.IsCharacter) & 1);
        }

        return (int)count;
    }
}
