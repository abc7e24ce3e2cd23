using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Rules.Terms;

/// <summary>
/// A short term as a number of 128 bits: up to 16 ASCII characters, a byte each and zeros after them, or up to seven
/// others, two bytes each and at the end a mark that no ASCII term has. Two terms are equal where their keys are.
/// </summary>
internal readonly record struct TermKey(ulong Low, ulong High)
{
    /// <summary>How many ASCII characters fit.</summary>
    public const int LongestAscii = 16;

    private const int LongestWide = 7;
    private const int CharactersInWord = sizeof(ulong) / sizeof(char);
    private const ulong WideMark = 0xFFFF_0000_0000_0000;
    private const ulong PairMark = 0xFFFE_0000_0000_0000;

    /// <summary>Whether it stands for a term that is too long to have a key.</summary>
    public bool IsLong => (Low | High) == 0;

    /// <summary>
    /// 1 where it stands for a term that is one character beyond ASCII, or for an empty one, which no word is; otherwise 0.
    /// Without a jump.
    /// </summary>
    public ulong IsCharacter
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var other = (High ^ WideMark) | (Low >> 16);
            return ~(other | (0 - other)) >> 63;
        }
    }

    /// <summary>Whether it stands for a term in ASCII.</summary>
    public bool IsAscii => (long)High >= 0 && !IsLong;

    /// <summary>How many characters a term in ASCII has; for others, a number that is not below.</summary>
    public int MostCharacters
    {
        get
        {
            // The zeros of the lower half count where the upper one has nothing else.
            var zeros = (ulong)BitOperations.LeadingZeroCount(High);
            zeros += (ulong)BitOperations.LeadingZeroCount(Low) & (0 - (zeros >> 6));
            return LongestAscii - (int)(zeros >> 3);
        }
    }

    /// <summary>A number for up to the first four characters, the same for the same ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Beginning(int characters)
    {
        // Each character eight bits above the one before, whatever it has itself.
        var ascii = Low & (ulong.MaxValue >> (64 - (8 * characters)));
        var wide = Low & (ulong.MaxValue >> (64 - (16 * characters)));
        wide = (wide & 0xFFFF) ^ ((wide >> 8) & 0xFF_FF00) ^ ((wide >> 16) & 0xFFFF_0000) ^ ((wide >> 24) & 0xFF_FF00_0000);
        return ascii ^ ((ascii ^ wide) & (ulong)((long)High >> 63));
    }

    /// <summary>The key of two words side by side.</summary>
    public static TermKey OfPair(int first, int second) => new(((ulong)(uint)first << 32) | (uint)second, PairMark);

    /// <summary>The words that a pair's key is of.</summary>
    public (int First, int Second) ToPair() => ((int)(Low >> 32), (int)(uint)Low);

    /// <summary>Writes a key of 16 bytes: the characters of a term in ASCII and zeros, or <see cref="OfCharacter"/>.</summary>
    public static void Write(Vector128<byte> bytes, ref TermKey key) => Unsafe.As<TermKey, Vector128<byte>>(ref key) = bytes;

    /// <summary>The bytes of the key of a term that is one character beyond ASCII.</summary>
    public static Vector128<byte> OfCharacter(char term) => Vector128.Create(term, WideMark).AsByte();

    /// <summary>The key of the first characters of a term in ASCII, which has at least as many.</summary>
    public TermKey First(int characters) => characters <= sizeof(ulong)
        ? new(Low & (ulong.MaxValue >> (8 * (sizeof(ulong) - characters))), 0)
        : new(Low, High & (ulong.MaxValue >> (8 * (LongestAscii - characters))));

    /// <summary>The key of a term; false where it is too long to have one.</summary>
    public static bool TryMake(ReadOnlySpan<char> term, out TermKey key)
    {
        ulong low = 0, high = 0;
        if (IsShortAscii(term))
        {
            for (var i = 0; i < term.Length; i++)
            {
                ref var word = ref i < sizeof(ulong) ? ref low : ref high;
                word |= (ulong)term[i] << (8 * i);
            }
        }
        else if (term.Length <= LongestWide)
        {
            high = WideMark;
            for (var i = 0; i < term.Length; i++)
            {
                ref var word = ref i < CharactersInWord ? ref low : ref high;
                word |= (ulong)term[i] << (16 * i);
            }
        }
        else
        {
            key = default;
            return false;
        }

        key = new(low, high);
        return true;
    }

    /// <summary>Writes the term's characters; says how many there are.</summary>
    public int CopyTo(Span<char> term)
    {
        var isAscii = (long)High >= 0;
        ReadOnlySpan<ulong> words = [Low, isAscii ? High : High & ~WideMark];
        if (!isAscii)
        {
            MemoryMarshal.Cast<ulong, char>(words).CopyTo(term);
            return WithoutZeros(term[..LongestWide]);
        }

        var bytes = MemoryMarshal.AsBytes(words);
        for (var i = 0; i < LongestAscii; i++)
        {
            term[i] = (char)bytes[i];
        }

        return WithoutZeros(term[..LongestAscii]);
    }

    /// <summary>A number that is seldom that of another key.</summary>
    public uint Hash() => BitOperations.Crc32C(BitOperations.Crc32C(0, Low), High);

    public override int GetHashCode() => (int)Hash();

    private static bool IsShortAscii(ReadOnlySpan<char> term)
    {
        if (term.Length is 0 or > LongestAscii)
        {
            return false;
        }

        foreach (var character in term)
        {
            if (character is '\0' or >= '\u0080')
            {
                return false;
            }
        }

        return true;
    }

    private static int WithoutZeros(ReadOnlySpan<char> term) => term.IndexOf('\0') is var end and >= 0 ? end : term.Length;
}
