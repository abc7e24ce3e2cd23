using System.Runtime.InteropServices;

namespace NewsAlerts.Rules.Terms;

/// <summary>Numbers terms from 0 in the order in which they are first seen. Filled while compiling, only read afterwards.</summary>
internal sealed class TermTable
{
    private const int CharactersInWord = sizeof(ulong) / sizeof(char);
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private Slot[] _slots = new Slot[16];
    private char[] _characters = new char[64];
    private int[] _ends = new int[8];

    public TermTable()
    {
    }

    /// <summary>A copy, to which more terms can be added.</summary>
    public TermTable(TermTable other)
    {
        _slots = [.. other._slots];
        _characters = [.. other._characters];
        _ends = [.. other._ends];
        Count = other.Count;
    }

    /// <summary>How many terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>A term's characters.</summary>
    public ReadOnlySpan<char> this[int term]
    {
        get
        {
            var start = term == 0 ? 0 : _ends[term - 1];
            return _characters.AsSpan(start, _ends[term] - start);
        }
    }

    /// <summary>A term's number; -1 where it has none.</summary>
    public int Find(ReadOnlySpan<char> term) => _slots[FindSlot(term, Hash(term))].Number - 1;

    /// <summary>A term's number, given to it now where it has none.</summary>
    public int Intern(ReadOnlySpan<char> term)
    {
        var hash = Hash(term);
        var slot = FindSlot(term, hash);
        if (_slots[slot].Number > 0)
        {
            return _slots[slot].Number - 1;
        }

        Append(term);
        _slots[slot] = new(hash, Count);
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>Gives back the room for more terms.</summary>
    public void Trim()
    {
        Array.Resize(ref _characters, Count == 0 ? 0 : _ends[Count - 1]);
        Array.Resize(ref _ends, Count);
    }

    private int FindSlot(ReadOnlySpan<char> term, uint hash)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var at = (int)hash & mask;
        while (slots[at].Number != 0 && (slots[at].Hash != hash || !this[slots[at].Number - 1].SequenceEqual(term)))
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Append(ReadOnlySpan<char> term)
    {
        var start = Count == 0 ? 0 : _ends[Count - 1];
        if (start + term.Length > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, start + term.Length));
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Math.Max(8, _ends.Length * 2));
        }

        term.CopyTo(_characters.AsSpan(start));
        _ends[Count] = start + term.Length;
        Count++;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var slot in old)
        {
            if (slot.Number > 0)
            {
                var at = (int)slot.Hash & mask;
                while (_slots[at].Number != 0)
                {
                    at = (at + 1) & mask;
                }

                _slots[at] = slot;
            }
        }
    }

    // Few branches: how long a word is cannot be foretold.
    private static uint Hash(ReadOnlySpan<char> term)
    {
        if (term.Length < CharactersInWord)
        {
            var all = term.Length == 0 ? 0 : ((ulong)term[0] << 32) | ((ulong)term[term.Length / 2] << 16) | term[^1];
            return (uint)(Mix(all ^ ((ulong)term.Length << 48)) >> 32);
        }

        var hash = Mix(WordAt(term, 0) ^ (ulong)term.Length);
        for (var at = CharactersInWord; at < term.Length - CharactersInWord; at += CharactersInWord)
        {
            hash = Mix(hash ^ WordAt(term, at));
        }

        return (uint)(Mix(hash ^ WordAt(term, term.Length - CharactersInWord)) >> 32);
    }

    private static ulong WordAt(ReadOnlySpan<char> term, int at) =>
        MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(term.Slice(at, CharactersInWord)));

    private static ulong Mix(ulong value)
    {
        value *= Mixer;
        return value ^ (value >> 32);
    }

    /// <summary>A term's hash, and its number counted from 1; 0 in an empty slot.</summary>
    private readonly record struct Slot(uint Hash, int Number);
}
