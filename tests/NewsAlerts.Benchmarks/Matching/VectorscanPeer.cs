using System.Runtime.InteropServices;
using System.Text;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>
/// A matcher around Vectorscan, which finds all literals of all rules in one scan; the rules are then evaluated over what
/// it has found. Each alternative of a rule is looked at where the literal is found that is in fewest items.
/// </summary>
internal sealed unsafe class VectorscanPeer : IContender
{
    private const int MostFound = 1 << 20;
    private const int Gap = 100;
    private const int BytesOfCharacter = 3;

    private readonly nint _database;
    private readonly nint _scratch;
    private readonly PostedAlternative[][] _alternatives;
    private readonly Near[][] _nears;
    private readonly Found* _found = (Found*)NativeMemory.Alloc(MostFound, (nuint)sizeof(Found));
    private readonly int[] _seen;
    private readonly bool[] _isPlaced;
    private readonly List<int>?[] _places;
    private readonly int[] _matched;
    private readonly ItemTokens _tokens = new();
    private readonly List<int> _hits = [];
    private byte[] _text = [];
    private int[] _positions = [];
    private int _item;

    /// <param name="queries">The rules.</param>
    /// <param name="items">Items that tell which literals are rare.</param>
    public VectorscanPeer(IEnumerable<Query> queries, IReadOnlyList<ItemText> items)
    {
        var rules = new PeerRules(queries);
        var nears = rules.Literals.Index()
            .Where(entry => entry.Item.Near is not null)
            .Select(entry => (entry.Item.Near!.Value.Left, Near: new Near(entry.Index, entry.Item.Near.Value.Right, entry.Item.Near.Value.Distance)))
            .ToLookup(entry => entry.Left, entry => entry.Near);
        var count = rules.Literals.Count;
        _nears = [.. Enumerable.Range(0, count).Select(literal => nears[literal].ToArray())];
        _seen = new int[count];
        _isPlaced = new bool[count];
        _places = new List<int>?[count];
        _matched = new int[rules.Rules.Count];
        foreach (var (_, near) in rules.Literals.Where(literal => literal.Near is not null))
        {
            _isPlaced[near!.Value.Left] = _isPlaced[near.Value.Right] = true;
        }

        // Nothing is ever found that stands for NEAR: control characters are in no text.
        _database = VectorscanLibrary.Compile(
            [.. rules.Literals.Select(literal => Encoding.UTF8.GetBytes(literal.Near is null ? literal.Text : "\u0001\u0002"))],
            [.. _isPlaced.Select(isPlaced => isPlaced ? 0 : VectorscanLibrary.SingleMatch)]);
        _scratch = VectorscanLibrary.AllocateScratch(_database);
        _alternatives = Post(rules, CountItems(items));
    }

    public void Match(in ItemText item, List<int> rules)
    {
        _item++;
        var length = Write(item);
        Scan(length);
        for (int i = 0, count = _hits.Count; i < count; i++)
        {
            FindNear(_hits[i]);
        }

        rules.Clear();
        foreach (var literal in CollectionsMarshal.AsSpan(_hits))
        {
            foreach (var alternative in _alternatives[literal])
            {
                if (_matched[alternative.Rule] != _item && Holds(alternative))
                {
                    _matched[alternative.Rule] = _item;
                    rules.Add(alternative.Rule);
                }
            }
        }

        rules.Sort();
    }

    [UnmanagedCallersOnly]
    private static int OnFound(uint literal, ulong from, ulong to, uint flags, void* context)
    {
        var list = (FoundList*)context;
        list->First[list->Count] = new() { Literal = (int)literal, End = (int)to };
        list->Count++;
        return list->Count < MostFound ? 0 : 1;
    }

    /// <summary>Writes the folded tokens, a space around each, fields apart; and where which token ends.</summary>
    private int Write(in ItemText item)
    {
        _tokens.Read(item);
        var most = 0;
        for (var field = 0; field < ItemTokens.Texts; field++)
        {
            most += (item[(TextField)field].Length * (BytesOfCharacter + 1)) + TermKey.LongestAscii;
        }

        if (_text.Length < most)
        {
            _text = new byte[most * 2];
            _positions = new int[most * 2];
        }

        var length = 0;
        for (var field = 0; field < ItemTokens.Texts; field++)
        {
            _text[length++] = (byte)'\n';
            _text[length++] = (byte)' ';
            var end = _tokens.StartOf(field) + _tokens.WordsOf(field).Length;
            for (var token = _tokens.StartOf(field); token < end; token++)
            {
                length += Encoding.UTF8.GetBytes(_tokens.Folded(token), _text.AsSpan(length));
                _text[length++] = (byte)' ';
                _positions[length] = token + (field * Gap);
            }
        }

        return length;
    }

    private void Scan(int length)
    {
        var list = new FoundList { First = _found };
        VectorscanLibrary.Scan(_database, _text.AsSpan(0, length), _scratch, &OnFound, &list);
        _hits.Clear();
        for (var i = 0; i < list.Count; i++)
        {
            var literal = _found[i].Literal;
            if (_seen[literal] != _item)
            {
                _seen[literal] = _item;
                _hits.Add(literal);
                _places[literal]?.Clear();
            }

            if (_isPlaced[literal])
            {
                (_places[literal] ??= []).Add(_positions[_found[i].End]);
            }
        }
    }

    private void FindNear(int left)
    {
        foreach (var near in _nears[left])
        {
            if (_seen[near.Right] == _item && AreNear(_places[left] ?? [], _places[near.Right] ?? [], near.Distance))
            {
                _seen[near.Literal] = _item;
                _hits.Add(near.Literal);
            }
        }
    }

    private static bool AreNear(List<int> left, List<int> right, int distance)
    {
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (one != other && Math.Abs(one - other) <= distance)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Holds(PostedAlternative alternative)
    {
        foreach (var literal in alternative.Needed)
        {
            if (_seen[literal] != _item)
            {
                return false;
            }
        }

        foreach (var literal in alternative.Excluded)
        {
            if (_seen[literal] == _item)
            {
                return false;
            }
        }

        return true;
    }

    private int[] CountItems(IReadOnlyList<ItemText> items)
    {
        var counts = new int[_seen.Length];
        foreach (var item in items)
        {
            _item++;
            Scan(Write(item));
            for (int i = 0, count = _hits.Count; i < count; i++)
            {
                FindNear(_hits[i]);
            }

            foreach (var literal in _hits)
            {
                counts[literal]++;
            }
        }

        return counts;
    }

    private static PostedAlternative[][] Post(PeerRules rules, int[] counts)
    {
        var posted = counts.Select(_ => new List<PostedAlternative>()).ToArray();
        foreach (var (rule, alternatives) in rules.Rules.Index())
        {
            foreach (var (needed, excluded) in alternatives)
            {
                var anchor = needed.MinBy(literal => counts[literal]);
                posted[anchor].Add(new(rule, [.. needed.Where(literal => literal != anchor)], excluded));
            }
        }

        return [.. posted.Select(list => list.ToArray())];
    }

    private struct Found
    {
        public int Literal;
        public int End;
    }

    private struct FoundList
    {
        public Found* First;
        public int Count;
    }

    private readonly record struct Near(int Literal, int Right, int Distance);

    private readonly record struct PostedAlternative(int Rule, int[] Needed, int[] Excluded);
}
