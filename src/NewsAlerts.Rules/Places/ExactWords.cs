using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Rules.Places;

/// <summary>Accepts places whose words are written as in the query: the same case, the same accents.</summary>
internal sealed class ExactWords : IPlaceCheck
{
    private const int RoomOnStack = 256;

    private readonly List<string> _words = [];

    public ExactWords(string written)
    {
        var reader = new TokenReader(written, new char[TextFolding.Room(written.Length)]);
        while (reader.Read())
        {
            _words.Add(written[reader.Start..reader.End].Normalize());
        }
    }

    public bool Accepts(ReadOnlySpan<char> text, int start, int length)
    {
        var place = text.Slice(start, length);
        var room = TextFolding.Room(length);
        var reader = new TokenReader(place, room <= RoomOnStack ? stackalloc char[RoomOnStack] : new char[room]);
        foreach (var word in _words)
        {
            if (!reader.Read() || !WrittenForm.AreSame(place[reader.Start..reader.End], word))
            {
                return false;
            }
        }

        return true;
    }
}
