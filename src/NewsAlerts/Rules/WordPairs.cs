using System.Numerics;

namespace NewsAlerts.Rules;

/// <summary>Which words stand side by side in an item: what most phrases ask.</summary>
internal sealed class WordPairs
{
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private ulong[] _slots = new ulong[1024];
    private int _shift = 64 - 10;
    private bool _isFilled;

    public void Clear() => _isFilled = false;

    /// <summary>Whether a word comes right after another one in some field of the item.</summary>
    public bool Contains(int first, int second, ItemTokens tokens)
    {
        if (!_isFilled)
        {
            Fill(tokens);
        }

        var pair = PairOf(first, second);
        return _slots[FindSlot(pair)] == pair;
    }

    private void Fill(ItemTokens tokens)
    {
        if (tokens.Count * 2 > _slots.Length)
        {
            _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)tokens.Count * 2)];
            _shift = 64 - BitOperations.Log2((uint)_slots.Length);
        }
        else
        {
            Array.Clear(_slots);
        }

        for (var field = 0; field < tokens.Fields; field++)
        {
            var words = tokens.WordsOf(field);
            for (var i = 1; i < words.Length; i++)
            {
                if (words[i - 1] >= 0 && words[i] >= 0)
                {
                    var pair = PairOf(words[i - 1], words[i]);
                    _slots[FindSlot(pair)] = pair;
                }
            }
        }

        _isFilled = true;
    }

    // Never 0, which stands for an empty slot.
    private static ulong PairOf(int first, int second) => ((ulong)(uint)first << 32) | (uint)(second + 1);

    private int FindSlot(ulong pair)
    {
        var at = (int)(pair * Mixer >> _shift);
        while (_slots[at] != 0 && _slots[at] != pair)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        return at;
    }
}
