namespace NewsAlerts.Rules;

/// <summary>
/// The terms of compiled rules, numbered in one sequence: the words, the rows of words that phrases begin with, one
/// that is in every item, and the prefixes.
/// </summary>
internal sealed class RuleTerms
{
    /// <summary>How many bits a word's flags have.</summary>
    public const int FlagBits = 2;

    /// <summary>How many bits the flag of words in a row has.</summary>
    public const int RowFlagBits = 1;

    /// <summary>The flag of a word, or words in a row, that a phrase has before another word.</summary>
    public const int BeginsRow = 1;

    /// <summary>The flag of a word that starts with prefixes of the rules.</summary>
    public const int HasPrefixes = 2;

    private readonly KeyTable _words;
    private readonly KeyTable _rows;
    private readonly byte[] _flags;

    /// <param name="words">The words.</param>
    /// <param name="prefixes">The prefixes.</param>
    /// <param name="code">The instructions, whose phrases have the rows.</param>
    public RuleTerms(TermTable words, TermTable prefixes, RuleCode code)
    {
        Words = words;
        Prefixes = new(prefixes, words);
        _flags = new byte[words.Count];
        _rows = MakeRows(code);
        Everywhere = words.Count + _rows.Count;
        _words = new(words.Count);
        for (var word = 0; word < words.Count; word++)
        {
            _flags[word] |= Prefixes.OfWord(word).IsEmpty ? (byte)0 : (byte)HasPrefixes;
            if (TermKey.TryMake(words[word], out var key))
            {
                _words.Add(key, WithFlags(word));
            }
        }
    }

    public TermTable Words { get; }

    public PrefixIndex Prefixes { get; }

    /// <summary>The term that is in every item.</summary>
    public int Everywhere { get; }

    /// <summary>How many terms there are.</summary>
    public int Count => Everywhere + 1 + Prefixes.Count;

    /// <summary>Finds words by their keys: what is found has the word's flags below its number.</summary>
    public KeyTable WordKeys => _words;

    /// <summary>A word, its flags below its number; negative where there is none.</summary>
    public int Find(ReadOnlySpan<char> word) => Words.Find(word) is var number and >= 0 ? WithFlags(number) : KeyTable.None;

    /// <summary>The term that a prefix is.</summary>
    public int OfPrefix(int prefix) => Everywhere + 1 + prefix;

    /// <summary>The term that words in a row are; negative where no phrase begins with them.</summary>
    public int OfPhrase(ReadOnlySpan<int> words)
    {
        var row = words[0];
        for (var i = 1; i < words.Length && row >= 0; i++)
        {
            row = _rows.Find(TermKey.OfPair(row, words[i])) >> RowFlagBits;
        }

        return row;
    }

    /// <summary>The words that a term is: itself, or those in a row. Looks through all rows.</summary>
    public IEnumerable<int> WordsOf(int term)
    {
        if (term < Words.Count)
        {
            return [term];
        }

        var (row, next) = _rows.KeyOf(number => number >> RowFlagBits == term).ToPair();
        return WordsOf(row).Append(next);
    }

    /// <summary>
    /// Finds rows of words by the pair of the term that the row is without its last word, and that word: what is found
    /// has the flag below the row's term.
    /// </summary>
    public KeyTable RowKeys => _rows;

    private int WithFlags(int word) => (word << FlagBits) | _flags[word];

    /// <summary>Numbers the rows of words that phrases begin with, and says which of them are longer.</summary>
    private KeyTable MakeRows(RuleCode code)
    {
        var rows = new KeyTable();
        var isLonger = new List<bool>();
        for (var at = 0; at < code.Length; at = code.Next(at))
        {
            if (code.OperationAt(at) != RuleOperation.Phrase)
            {
                continue;
            }

            var words = code.PhraseWords(at);
            _flags[words[0]] |= BeginsRow;
            var row = words[0];
            for (var i = 1; i < words.Length; i++)
            {
                var key = TermKey.OfPair(row, words[i]);
                row = rows.Find(key);
                if (row < 0)
                {
                    row = Words.Count + rows.Count;
                    rows.Add(key, row);
                    isLonger.Add(false);
                }

                isLonger[row - Words.Count] |= i + 1 < words.Length;
            }
        }

        return rows.Select(row => (row << RowFlagBits) | (isLonger[row - Words.Count] ? BeginsRow : 0));
    }
}
