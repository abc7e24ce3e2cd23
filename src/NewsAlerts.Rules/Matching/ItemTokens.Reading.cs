using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Matching;

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
        var (count, hasLone) = WordMask.FindRuns(text, _lower, _runStarts, _runEnds);
        HasLone |= hasLone;
        for (var run = 0; run < count; run++)
        {
            run += AddShort(run, count - run, text, hasLone);
            if (run < count)
            {
                // What follows a character that is a token by itself may belong to it: both are read again.
                var follows = run > 0 && _runEnds[run - 1] == _runStarts[run];
                Count -= follows ? 1 : 0;
                ReadRun(text, _runStarts[run] - (follows ? 1 : 0), _runEnds[run]);
            }
        }
    }

    /// <summary>Adds runs that are tokens with a key as they are, up to the first one that is not; says how many.</summary>
    private int AddShort(int first, int runs, string text, bool hasLone)
    {
        var starts = _runStarts.AsSpan(first, runs);
        var ends = _runEnds.AsSpan(first, runs);
        var keys = _keys.AsSpan(Count, runs);
        var count = hasLone ? ReadShort(starts, ends, keys, text) : ReadShortAscii(starts, ends, keys);
        starts[..count].CopyTo(_starts.AsSpan(Count));
        ends[..count].CopyTo(_ends.AsSpan(Count));
        Count += count;
        return count;
    }

    /// <summary>Makes the keys of tokens in ASCII, up to the first one that is too long or has other characters.</summary>
    private int ReadShortAscii(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, Span<TermKey> keys)
    {
        // The lists are equally long: nothing is to be checked for each.
        ref var start = ref MemoryMarshal.GetReference(starts);
        ref var end = ref MemoryMarshal.GetReference(ends);
        ref var key = ref MemoryMarshal.GetReference(keys);
        for (var i = 0; i < starts.Length; i++)
        {
            var length = Unsafe.Add(ref end, i) - Unsafe.Add(ref start, i);
            if (length > TermKey.LongestAscii)
            {
                return i;
            }

            var term = LowerAt(Unsafe.Add(ref start, i), length);
            if (term.ExtractMostSignificantBits() != 0)
            {
                return i;
            }

            TermKey.Write(term, ref Unsafe.Add(ref key, i));
        }

        return starts.Length;
    }

    /// <summary>The same where some characters are tokens by themselves.</summary>
    private int ReadShort(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, Span<TermKey> keys, string text)
    {
        ref var start = ref MemoryMarshal.GetReference(starts);
        ref var end = ref MemoryMarshal.GetReference(ends);
        ref var key = ref MemoryMarshal.GetReference(keys);
        ref var first = ref MemoryMarshal.GetReference(text.AsSpan());
        for (var i = 0; i < starts.Length; i++)
        {
            var at = Unsafe.Add(ref start, i);
            var length = Unsafe.Add(ref end, i) - at;
            if (length > TermKey.LongestAscii)
            {
                return i;
            }

            // Of which kind the next one is cannot be foretold: it is made into both.
            var ascii = LowerAt(at, length);
            var isLone = Vector128.Equals(Vector128.Create(ascii.ToScalar()), Vector128.Create(WordMask.Lone));
            if (Vector128.AndNot(ascii, isLone).ExtractMostSignificantBits() != 0)
            {
                return i;
            }

            var lone = TermKey.OfCharacter(Unsafe.Add(ref first, at));
            TermKey.Write(Vector128.ConditionalSelect(isLone, lone, ascii), ref Unsafe.Add(ref key, i));
        }

        return starts.Length;
    }

    /// <summary>The lower-case characters of a run of at most 16, and zeros after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> LowerAt(int start, int length)
    {
        // A run starts within the text, behind which there is a block of bytes more.
        var mask = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(uint)(TermKey.LongestAscii - length));
        return Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_lower), (nuint)(uint)start) & mask;
    }

    private void ReadRun(string text, int start, int end)
    {
        while (start < end)
        {
            start += ReadToken(text.AsSpan(start, end - start), start);
        }
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
