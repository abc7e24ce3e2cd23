namespace NewsAlerts.Rules;

/// <summary>Finds the prefixes that a word starts with.</summary>
internal sealed class PrefixIndex
{
    private readonly TermTable _prefixes;
    private readonly int[] _lengths;
    private readonly int[] _starts;
    private readonly int[] _ofWords;

    public PrefixIndex(TermTable prefixes, TermTable words)
    {
        _prefixes = prefixes;
        _lengths = [.. Enumerable.Range(0, prefixes.Count).Select(prefix => prefixes[prefix].Length).Distinct().Order()];
        _starts = new int[words.Count + 1];
        var ofWords = new List<int>();
        for (var word = 0; word < words.Count; word++)
        {
            Find(words[word], ofWords);
            _starts[word + 1] = ofWords.Count;
        }

        _ofWords = [.. ofWords];
    }

    /// <summary>A prefix's characters.</summary>
    public ReadOnlySpan<char> this[int prefix] => _prefixes[prefix];

    /// <summary>How many prefixes there are.</summary>
    public int Count => _prefixes.Count;

    /// <summary>The prefixes of a word of the rules: looked up beforehand.</summary>
    public ReadOnlySpan<int> OfWord(int word) => _ofWords.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);

    /// <summary>Adds the prefixes of any token to <paramref name="found"/>.</summary>
    public void Find(ReadOnlySpan<char> token, List<int> found)
    {
        foreach (var length in _lengths)
        {
            if (length > token.Length)
            {
                break;
            }

            if (_prefixes.Find(token[..length]) is var prefix and >= 0)
            {
                found.Add(prefix);
            }
        }
    }
}
