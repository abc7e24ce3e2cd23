using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Places;

namespace NewsAlerts.Rules.Parsing;

/// <summary>Accepts a word that is a noun of Korean, with a particle or without.</summary>
/// <param name="noun">The noun, folded.</param>
internal sealed class NounWithParticle(string noun) : IPlaceCheck
{
    private const int RoomOnStack = 256;

    public bool Accepts(ReadOnlySpan<char> text, int start, int length)
    {
        var room = TextFolding.Room(length);
        var reader = new TokenReader(text.Slice(start, length), room <= RoomOnStack ? stackalloc char[RoomOnStack] : new char[room]);
        return reader.Read()
            && reader.Folded.StartsWith(noun)
            && (reader.Folded.Length == noun.Length || HangulParticles.Follow(noun, reader.Folded[noun.Length..]));
    }
}
