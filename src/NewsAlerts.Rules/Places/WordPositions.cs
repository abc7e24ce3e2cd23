using System.Numerics;
using NewsAlerts.Rules.Matching;

namespace NewsAlerts.Rules.Places;

/// <summary>Where each word of an item is: what NEAR asks.</summary>
internal sealed class WordPositions
{
    private const int Nowhere = -1;

    // So many times it is quicker to look through all words.
    private const int FewestAsked = 24;
    private const uint Mixer = 0x9E3779B9;

    private (int Word, int First)[] _slots = [];
    private int[] _next = [];
    private int _shift;
    private bool _isFilled;
    private int _asked;

    public void Clear()
    {
        _isFilled = false;
        _asked = 0;
    }

    /// <summary>Whether two words are in a field of the item at different places, not farther apart than a distance.</summary>
    public bool AreNear(int left, int right, int distance, ItemTokens tokens)
    {
        if (_asked++ < FewestAsked)
        {
            return AreNearInAny(left, right, distance, tokens);
        }

        if (!_isFilled)
        {
            Fill(tokens);
        }

        var (one, other) = (FirstOf(left), FirstOf(right));
        while (one >= 0 && other >= 0)
        {
            if (one == other)
            {
                // The same word on both sides: the next place of it.
                other = _next[other];
                continue;
            }

            if (Math.Abs(one - other) <= distance && IsInOneField(one, other, tokens))
            {
                return true;
            }

            (one, other) = one < other ? (_next[one], other) : (one, _next[other]);
        }

        return false;
    }

    private static bool AreNearInAny(int left, int right, int distance, ItemTokens tokens)
    {
        for (var field = 0; field < tokens.Fields; field++)
        {
            if (FieldSearch.AreNear(tokens.WordsOf(field), left, right, distance))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInOneField(int one, int other, ItemTokens tokens)
    {
        for (var field = 1; field < tokens.Fields; field++)
        {
            var start = tokens.StartOf(field);
            if (one < start != other < start)
            {
                return false;
            }
        }

        return true;
    }

    private void Fill(ItemTokens tokens)
    {
        var words = tokens.Words;
        if (words.Length * 2 > _slots.Length)
        {
            var length = BitOperations.RoundUpToPowerOf2((uint)words.Length * 2);
            _slots = new (int, int)[length];
            _next = new int[length / 2];
            _shift = 32 - BitOperations.Log2(length);
        }

        Array.Fill(_slots, (Nowhere, Nowhere));
        for (var token = words.Length - 1; token >= 0; token--)
        {
            if (words[token] >= 0)
            {
                ref var slot = ref SlotOf(words[token]);
                _next[token] = slot.First;
                slot = (words[token], token);
            }
        }

        _isFilled = true;
    }

    private int FirstOf(int word) => SlotOf(word).First;

    private ref (int Word, int First) SlotOf(int word)
    {
        var at = (int)((uint)word * Mixer >> _shift);
        while (_slots[at].Word != word && _slots[at].First >= 0)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        return ref _slots[at];
    }
}
