using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Names.Text;

/// <summary>
/// Cuts a text into tokens: maximal runs of letters, numbers and non-Latin marks; each character of the scripts without
/// spaces (Han, Kana, Thai, Lao, Khmer, Burmese) by itself, with the signs that belong to it. The folded characters of all
/// tokens are written one after the other into the caller's buffer.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="folded">Where the folded characters go; with <see cref="TextFolding.Room"/> for the text from <paramref name="foldedStart"/> on.</param>
/// <param name="foldedStart">Where in the buffer the first token goes.</param>
public ref struct TokenReader(ReadOnlySpan<char> text, Span<char> folded, int foldedStart = 0)
{
    private const int CharactersOnStack = 256;
    private const int Step = 8;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _folded = folded;

    /// <summary>Where the token starts in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where the token ends in the text, with the marks that belong to it and are dropped.</summary>
    public int End { get; private set; }

    /// <summary>Where the folded token starts in the buffer.</summary>
    public int FoldedStart { get; private set; } = foldedStart;

    /// <summary>Where the folded token ends in the buffer.</summary>
    public int FoldedEnd { get; private set; } = foldedStart;

    /// <summary>The token, folded.</summary>
    public readonly ReadOnlySpan<char> Folded => _folded[FoldedStart..FoldedEnd];

    /// <summary>How many tokens a text has.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var room = TextFolding.Room(text.Length);
        var folded = room <= CharactersOnStack ? stackalloc char[CharactersOnStack] : new char[room];
        var reader = new TokenReader(text, folded);
        var count = 0;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }

    /// <summary>Goes to the next token; false where there is none.</summary>
    public bool Read()
    {
        var table = TextFolding.Table;
        var text = _text;
        FoldedStart = FoldedEnd;
        do
        {
            var at = End;
            while (at < text.Length && table[text[at]] <= TextFolding.Dropped)
            {
                at++;
            }

            if (at == text.Length)
            {
                return false;
            }

            Start = at;
            var end = FoldedStart;
            ReadAscii(ref at, ref end);
            var alone = false;
            for (; at < text.Length; at++)
            {
                var character = table[text[at]];
                if (character == TextFolding.Separator)
                {
                    break;
                }

                if (character > TextFolding.Special)
                {
                    if (alone ? !TextFolding.Attaches(character) : end > FoldedStart && TextFolding.StandsAlone(character))
                    {
                        break;
                    }

                    alone = alone || TextFolding.StandsAlone(character);
                    _folded[end++] = character;
                }
                else if (character == TextFolding.Special)
                {
                    // Copies, so that the variables stay in registers.
                    var (specialAt, specialEnd, specialAlone) = (at, end, alone);
                    var goesOn = ReadSpecial(ref specialAt, ref specialEnd, ref specialAlone);
                    (at, end, alone) = (specialAt, specialEnd, specialAlone);
                    if (!goesOn)
                    {
                        break;
                    }
                }
            }

            // Of Latin letters with a particle of Korean behind them, as in LG는, each is a token.
            if (end > FoldedStart && HangulParticles.IsSyllable(_folded[end - 1]) && !HangulParticles.IsSyllable(_folded[FoldedStart]))
            {
                var length = ParticleBefore(at, _folded[FoldedStart..end]);
                (at, end) = (at - length, end - length);
            }

            End = at;
            FoldedEnd = end;
        }
        while (FoldedEnd == FoldedStart);

        return true;
    }

    /// <summary>
    /// Goes over a special character, up to its last unit; false where the token ends before it, or starts only behind it.
    /// </summary>
    private readonly bool ReadSpecial(ref int at, ref int end, ref bool alone)
    {
        if (SpecialCharacters.IsVoicingMark(_text[at]))
        {
            // With nothing before it, it separates.
            if (end == FoldedStart)
            {
                at++;
                return false;
            }

            _folded[end - 1] = SpecialCharacters.Voice(_folded[end - 1], _text[at]);
            return true;
        }

        if (SpecialCharacters.IsJoiner(_text[at]))
        {
            at += end > FoldedStart ? 0 : 1;
            return end > FoldedStart && SpecialCharacters.IsJoined(_folded[end - 1]);
        }

        if (SpecialCharacters.IsRaisedDigit(_text[at]))
        {
            if (SpecialCharacters.Power(_folded[FoldedStart..end], _text[at]) is { } digit)
            {
                _folded[end++] = digit;
                return true;
            }

            at += end > FoldedStart ? 0 : 1;
            return false;
        }

        var count = SpecialCharacters.Fold(_text[at..], _folded[end..], out var length);
        if (count > 0)
        {
            var standsAlone = SpecialCharacters.StandAlone(_folded[end..]);
            if (alone || (standsAlone && end > FoldedStart))
            {
                return false;
            }

            alone = standsAlone;
            end += count;
        }
        else if (end == FoldedStart)
        {
            // No token starts with what separates or is passed over.
            at += length;
            return false;
        }

        at += count >= 0 ? length - 1 : 0;
        return count >= 0;
    }

    /// <summary>How long a particle is that a token ends with whose other letters are no Hangul; 0 where it ends with none.</summary>
    private readonly int ParticleBefore(int end, ReadOnlySpan<char> folded)
    {
        var length = 0;
        while (length < folded.Length && length < end && HangulParticles.IsSyllable(_text[end - length - 1]))
        {
            length++;
        }

        // Behind a number the same syllables count things: 2만 is 20,000.
        var word = folded[..^length];
        return length > 0 && word.IndexOfAnyExceptInRange('0', '9') >= 0 && HangulParticles.Follow(word, folded[^length..]) ? length : 0;
    }

    /// <summary>Goes over ASCII letters and digits, eight at a time: most words are one step.</summary>
    private readonly void ReadAscii(ref int at, ref int end)
    {
        var text = MemoryMarshal.Cast<char, ushort>(_text);
        var folded = MemoryMarshal.Cast<char, ushort>(_folded);
        while (at + Step <= text.Length && end + Step <= folded.Length)
        {
            // The bit that makes a letter lower case is set in every digit.
            var units = Vector128.Create(text[at..]);
            var lower = units | Vector128.Create((ushort)0x20);
            var letters = Vector128.LessThanOrEqual(lower - Vector128.Create((ushort)'a'), Vector128.Create((ushort)('z' - 'a')));
            var digits = Vector128.LessThanOrEqual(units - Vector128.Create((ushort)'0'), Vector128.Create((ushort)('9' - '0')));
            var length = BitOperations.TrailingZeroCount(~(letters | digits).ExtractMostSignificantBits());
            lower.CopyTo(folded[end..]);
            at += length;
            end += length;
            if (length < Step)
            {
                return;
            }
        }
    }
}
