using System.Text;
using NewsAlerts.Rules.Names;

namespace NewsAlerts.Rules;

/// <summary>
/// Accepts words of one shape: <c>?</c> stands for one character, a final <c>*</c> for any rest. Words are compared folded, or
/// as they are written.
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
        return reader.Read() && Fits(reader.Folded);
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
}
