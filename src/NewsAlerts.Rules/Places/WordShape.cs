using System.Text;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Rules.Places;

/// <summary>
/// Accepts words of one shape: <c>?</c> stands for one character, a final <c>*</c> for any rest. Words are compared folded, or
/// as they are written; a character that folds to several is one or all of them.
/// </summary>
internal sealed class WordShape : IPlaceCheck
{
    private const char One = '?';
    private const char Rest = '*';
    private const int RoomOnStack = 256;

    private readonly string _shape;
    private readonly bool _isOpen;
    private readonly bool _isExact;

    /// <summary>Reads a shape that a query has.</summary>
    /// <param name="text">The word with its signs.</param>
    /// <param name="isExact">Whether case and accents count.</param>
    public WordShape(string text, bool isExact)
    {
        var word = text.TrimEnd(Rest);
        _isOpen = word.Length < text.Length;
        _isExact = isExact;
        _shape = isExact ? Written(word) : string.Join(One, word.Split(One).Select(piece => Folded.Of(piece)));
    }

    /// <summary>What every word of the shape begins with.</summary>
    public static string Beginning(string text) => text[..text.AsSpan().IndexOfAny(One, Rest)];

    public bool Accepts(ReadOnlySpan<char> text, int start, int length)
    {
        var place = text.Slice(start, length);
        if (_isExact)
        {
            return Fits(Ascii.IsValid(place) ? place : place.ToString().Normalize());
        }

        var room = TextFolding.Room(length);
        var reader = new TokenReader(place, room <= RoomOnStack ? stackalloc char[RoomOnStack] : new char[room]);
        return reader.Read() && (Fits(reader.Folded) || (SeveralOf(place) is { Length: > 0 } several && Fits(reader.Folded, several)));
    }

    /// <summary>For each folded character how many of one written character begin there; empty where all fold to one.</summary>
    private static byte[] SeveralOf(ReadOnlySpan<char> word)
    {
        var several = new byte[TextFolding.Room(word.Length)];
        var (at, any) = (0, false);
        foreach (var unit in word)
        {
            if (FoldingExpansions.Table.TryGetValue(unit, out var folded))
            {
                (several[at], any) = ((byte)folded.Length, true);
                at += folded.Length;
            }
            else if (TextFolding.Table[unit] == TextFolding.Special)
            {
                // Its place depends on what stands beside it.
                return [];
            }
            else
            {
                at += TextFolding.Table[unit] > TextFolding.Special ? 1 : 0;
            }
        }

        return any ? several : [];
    }

    // What separates words may stand before and behind a word, and nowhere in one with a sign.
    private static string Written(string word)
    {
        var reader = new TokenReader(word, new char[TextFolding.Room(word.Length)]);
        return word.Contains(One) || !reader.Read() ? word.Normalize() : word[reader.Start..reader.End].Normalize();
    }

    private bool Fits(ReadOnlySpan<char> word)
    {
        var at = 0;
        foreach (var sign in _shape)
        {
            if (at == word.Length || (sign != One && sign != word[at]))
            {
                return false;
            }

            at += sign == One && char.IsHighSurrogate(word[at]) ? 2 : 1;
        }

        return _isOpen || at == word.Length;
    }

    /// <summary>The same where a sign may stand for several folded characters: keeps all places that the shape may have come to.</summary>
    private bool Fits(ReadOnlySpan<char> word, ReadOnlySpan<byte> several)
    {
        var places = new bool[word.Length + 1];
        var next = new bool[word.Length + 1];
        places[0] = true;
        foreach (var sign in _shape)
        {
            Array.Clear(next);
            for (var at = 0; at < word.Length; at++)
            {
                if (places[at] && (sign == One || sign == word[at]))
                {
                    next[at + 1] = true;
                    next[at + (sign == One ? Math.Max(1, (int)several[at]) : 1)] = true;
                }
            }

            (places, next) = (next, places);
        }

        return _isOpen ? places.AsSpan().Contains(true) : places[^1];
    }
}
