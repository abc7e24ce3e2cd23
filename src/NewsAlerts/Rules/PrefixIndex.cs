namespace NewsAlerts.Rules;

/// <summary>Finds the prefixes that a word starts with.</summary>
internal sealed class PrefixIndex
{
    // Of the hash of a token's first characters: most tokens are ruled out by one bit.
    private const int BeginningBits = 16;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private readonly TermTable _prefixes;
    private readonly NumberSet _beginnings = new(1 << BeginningBits);
    private readonly int _shortest;
    private readonly int[] _lengths;
    private readonly int[] _starts;
    private readonly int[] _ofWords;

    public PrefixIndex(TermTable prefixes, TermTable words)
    {
        _prefixes = prefixes;
        _lengths = [.. Enumerable.Range(0, prefixes.Count).Select(prefix => prefixes[prefix].Length).Distinct().Order()];
        _shortest = _lengths is [var shortest, ..] ? shortest : int.MaxValue;
        for (var prefix = 0; prefix < prefixes.Count; prefix++)
        {
            _beginnings.Add(BeginningOf(prefixes[prefix]));
        }

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
        if (token.Length < _shortest || !_beginnings.Contains(BeginningOf(token)))
        {
            return;
        }

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

    // At most three characters, since the shortest prefix may have no more.
    private int BeginningOf(ReadOnlySpan<char> token)
    {
        var last = Math.Min(_shortest, 3) - 1;
        var characters = ((ulong)token[0] << 32) | ((ulong)token[last / 2] << 16) | token[last];
        return (int)(characters * Mixer >> (64 - BeginningBits));
    }
}
