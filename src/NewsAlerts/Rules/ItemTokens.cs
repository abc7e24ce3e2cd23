namespace NewsAlerts.Rules;

/// <summary>The tokens of an item, numbered from 0 through all its fields; used for one item after another.</summary>
internal sealed class ItemTokens
{
    /// <summary>How many texts an item has.</summary>
    public const int Texts = 3;

    private readonly int[] _fieldEnds = new int[(int)TextField.Language + 1];
    private char[] _folded = [];
    private int[] _words = [];
    private Place[] _places = [];
    private int _foldedEnd;

    public int Count { get; private set; }

    /// <summary>How many fields have been read: the texts, and more only where some rule looks at more.</summary>
    public int Fields { get; private set; }

    /// <summary>How long a text there is room for.</summary>
    public int Capacity => _words.Length;

    /// <summary>Forgets the tokens and makes room for those of a new item.</summary>
    public void Clear(int length)
    {
        Count = 0;
        Fields = 0;
        _foldedEnd = 0;
        if (length > Capacity)
        {
            var capacity = Math.Max(length, Capacity * 2);
            _folded = new char[TextFolding.Room(capacity)];
            _words = new int[capacity];
            _places = new Place[capacity];
        }
    }

    /// <summary>A reader of a field's tokens; each is then to be added with <see cref="Add"/>.</summary>
    public TokenReader Read(string text) => new(text, _folded, _foldedEnd);

    public void Add(in TokenReader token, int word)
    {
        _words[Count] = word;
        _places[Count] = new(token.FoldedStart, token.Start, token.End);
        _foldedEnd = token.FoldedEnd;
        Count++;
    }

    /// <summary>Adds a term that no reader read.</summary>
    public void AddTerm(ReadOnlySpan<char> term, int start, int end, int word)
    {
        if (Count == Capacity || _foldedEnd + term.Length > _folded.Length)
        {
            Array.Resize(ref _folded, (_folded.Length * 2) + term.Length);
            Array.Resize(ref _words, (_words.Length * 2) + 1);
            Array.Resize(ref _places, _words.Length);
        }

        term.CopyTo(_folded.AsSpan(_foldedEnd));
        _words[Count] = word;
        _places[Count] = new(_foldedEnd, start, end);
        _foldedEnd += term.Length;
        Count++;
    }

    public void EndField(int field)
    {
        _fieldEnds[field] = Count;
        Fields = field + 1;
    }

    /// <summary>The number of a field's first token.</summary>
    public int StartOf(int field) => field == 0 ? 0 : _fieldEnds[field - 1];

    /// <summary>The words of a field's tokens, -1 where no rule knows the word.</summary>
    public ReadOnlySpan<int> WordsOf(int field) => _words.AsSpan(StartOf(field), _fieldEnds[field] - StartOf(field));

    public ReadOnlySpan<char> Folded(int token)
    {
        var start = _places[token].FoldedStart;
        var end = token + 1 < Count ? _places[token + 1].FoldedStart : _foldedEnd;
        return _folded.AsSpan(start, end - start);
    }

    /// <summary>Where tokens are in the original text.</summary>
    public WordMatch PlaceOf(TokenSpan span)
    {
        var field = 0;
        while (span.First >= _fieldEnds[field])
        {
            field++;
        }

        var start = _places[span.First].Start;
        return new((TextField)field, start, _places[span.Last].End - start);
    }

    private readonly record struct Place(int FoldedStart, int Start, int End);
}
