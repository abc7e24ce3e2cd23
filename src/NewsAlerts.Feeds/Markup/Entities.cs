using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Markup;

/// <summary>
/// The internal entities that a document declares (XML 1.0 §4.2.1, §4.4). They may be made of one another, in any order, as
/// long as nothing grows from it: what is made of others stays short, and all that a document uses of them shares a budget.
/// </summary>
internal sealed class Entities
{
    private const int MaxExpandedCharacters = 65_536;
    private const int MaxBuiltCharacters = 4_096;
    private const int MaxDepth = 16;
    private const int MaxEntities = 256;

    private readonly Dictionary<string, string> _written = [];
    private readonly Dictionary<string, string> _values = [];
    private int _expanded;

    /// <summary>Declares an entity; the first declaration of a name binds (XML 1.0 §4.2).</summary>
    public void Declare(string name, ReadOnlySpan<char> literal)
    {
        if (_written.Count < MaxEntities)
        {
            _written.TryAdd(name, CharacterReferences.DecodeNumbers(literal));
        }
    }

    /// <summary>Works out what all of them stand for; why the document is refused, where it must be.</summary>
    public string? Resolve()
    {
        foreach (var name in _written.Keys)
        {
            if (Value(name, 0) is null)
            {
                return "a document whose document type makes entities grow from other entities";
            }
        }

        return null;
    }

    /// <summary>What a reference stands for; null for one that nothing declares, or once the budget is spent.</summary>
    public string? Find(string name)
    {
        if (!_values.TryGetValue(name, out var value) || _expanded + value.Length > MaxExpandedCharacters)
        {
            return null;
        }

        _expanded += value.Length;
        return value;
    }

    private string? Value(string name, int depth)
    {
        if (_values.TryGetValue(name, out var known))
        {
            return known;
        }

        // What refers to itself goes deeper and deeper.
        if (depth == MaxDepth)
        {
            return null;
        }

        var (length, grows) = (0, false);
        var value = CharacterReferences.Decode(_written[name], other =>
        {
            if (!_written.ContainsKey(other))
            {
                return null;
            }

            var part = grows ? null : Value(other, depth + 1);
            length += part?.Length ?? 0;
            grows |= part is null || length > MaxBuiltCharacters;
            return grows ? "" : part;
        });
        return grows ? null : _values[name] = value;
    }
}
