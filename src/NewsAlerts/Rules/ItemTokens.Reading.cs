using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Rules;

/// <content>Cuts a text into tokens.</content>
internal sealed partial class ItemTokens
{
    // 16 bytes with all bits and 16 with none: read from the 16th less a length on, a mask for that many bytes.
    private static ReadOnlySpan<byte> Masks =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    private void ReadField(string text)
    {
        var edges = _runs.AsSpan(0, WordMask.FindRuns(text, _lower, _runs));
        var runs = MemoryMarshal.Cast<int, Place>(edges);
        for (var at = AddShortAscii(runs); at < runs.Length; at += 1 + AddShortAscii(runs[(at + 1)..]))
        {
            ReadRun(text, runs[at].Start, runs[at].End);
        }
    }

    /// <summary>Adds runs that are tokens in ASCII with a key, up to the first one that is not; says how many.</summary>
    private int AddShortAscii(ReadOnlySpan<Place> runs)
    {
        // There is room for as many tokens as characters: nothing is to be checked for each.
        ref var run = ref MemoryMarshal.GetReference(runs);
        ref var place = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_places), Count);
        ref var key = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_keys), Count);
        var i = 0;
        for (; i < runs.Length; i++)
        {
            var at = Unsafe.Add(ref run, i);
            if (at.End - at.Start > TermKey.LongestAscii)
            {
                break;
            }

            var term = LowerAt(at);
            if (term.ExtractMostSignificantBits() != 0)
            {
                break;
            }

            Unsafe.Add(ref place, i) = at;
            TermKey.WriteAscii(term, ref Unsafe.Add(ref key, i));
        }

        Count += i;
        return i;
    }

    /// <summary>The lower-case characters of a place, at most 16, and zeros after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> LowerAt(Place place)
    {
        // A run ends before the text does, and more than 16 bytes come after it.
        var length = place.End - place.Start;
        var mask = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(uint)(TermKey.LongestAscii - length));
        return Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_lower), (nuint)(uint)place.Start) & mask;
    }

    private void ReadRun(string text, int start, int end)
    {
        while (start < end)
        {
            start += AddPlain(text.AsSpan(start, end - start), start);
            if (start < end)
            {
                start += ReadToken(text.AsSpan(start, end - start), start);
            }
        }
    }

    /// <summary>
    /// Adds characters that are tokens by themselves, and ASCII between them, up to the first one that may be more; says
    /// how far it went.
    /// </summary>
    private int AddPlain(ReadOnlySpan<char> run, int start)
    {
        var isLone = false;
        var at = 0;
        while (at < run.Length)
        {
            var length = 1;
            if (LoneCharacters.Contain(run[at]))
            {
                Add(start + at, start + at + 1, TermKey.OfCharacter(run[at]));
                isLone = true;
            }
            else if (char.IsAscii(run[at]))
            {
                length = AddAscii(run[at..], start + at);
                if (length == 0)
                {
                    return at;
                }

                isLone = false;
            }
            else if (TextFolding.Table[run[at]] == TextFolding.Separator)
            {
                isLone = false;
            }
            else
            {
                // What follows a lone character may belong to it.
                Count -= isLone ? 1 : 0;
                return isLone ? at - 1 : at;
            }

            at += length;
        }

        return at;
    }

    /// <summary>Adds the token that a run starts with if it is ASCII and has a key; says how many characters it has.</summary>
    private int AddAscii(ReadOnlySpan<char> run, int start)
    {
        var length = 1;
        while (length < run.Length && char.IsAscii(run[length]))
        {
            length++;
        }

        if (length > TermKey.LongestAscii
            || (length < run.Length && !LoneCharacters.Contain(run[length]) && TextFolding.Table[run[length]] != TextFolding.Separator))
        {
            return 0;
        }

        var place = new Place(start, start + length);
        _places[Count] = place;
        TermKey.WriteAscii(LowerAt(place), ref _keys[Count]);
        Count++;
        return length;
    }

    /// <summary>Reads the next token of a run as <see cref="TokenReader"/> does; says how many characters to go on.</summary>
    private int ReadToken(ReadOnlySpan<char> run, int start)
    {
        var reader = new TokenReader(run, _folded, _foldedEnd);
        if (!reader.Read())
        {
            return run.Length;
        }

        AddFolded(start + reader.Start, start + reader.End, reader.Folded.Length);
        return reader.End;
    }
}
