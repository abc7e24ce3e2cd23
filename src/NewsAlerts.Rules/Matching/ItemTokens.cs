using System.Runtime.InteropServices;
using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Places;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Matching;

/// <summary>
/// The tokens of an item, numbered from 0 through all its fields; used for one item after another. Tokens in ASCII,
/// Kana and Han are found by <see cref="WordMask"/>; all others are cut and folded as <see cref="TokenReader"/> does it.
/// </summary>
internal sealed partial class ItemTokens
{
    /// <summary>How many texts an item has.</summary>
    public const int Texts = 3;

    private readonly int[] _fieldEnds = new int[(int)TextField.Language + 1];
    private readonly List<LongToken> _long = [];
    private int _capacity;
    private byte[] _lower = [];
    private int[] _runStarts = [];
    private int[] _runEnds = [];
    private int[] _words = [];
    private int[] _starts = [];
    private int[] _ends = [];
    private TermKey[] _keys = [];

    // Of long tokens, one after the other; then of the one that is read.
    private char[] _folded = [];
    private int _foldedEnd;
    private readonly char[] _asked = new char[TermKey.LongestAscii];

    public int Count { get; private set; }

    /// <summary>Whether the texts have Kana or Han, which are tokens by themselves.</summary>
    public bool HasLone { get; private set; }

    /// <summary>Whether some token has Hangul.</summary>
    public bool HasHangul { get; private set; }

    /// <summary>How many fields have been read: the texts, and more only where some rule looks at more.</summary>
    public int Fields { get; private set; }

    /// <summary>How many characters the longest item has for which there is room.</summary>
    public int Longest => Math.Max(_words.Length, _folded.Length / TextFolding.Room(1));

    /// <summary>The tokens' keys; no term's key where a token is too long to have one.</summary>
    public ReadOnlySpan<TermKey> Keys => _keys.AsSpan(0, Count);

    /// <summary>The words of all tokens: negative where no rule knows the word.</summary>
    public Span<int> Words => _words.AsSpan(0, Count);

    /// <summary>The tokens that are too long to have a key.</summary>
    public ReadOnlySpan<LongToken> Long => CollectionsMarshal.AsSpan(_long);

    /// <summary>Replaces the tokens by those of an item.</summary>
    public void Read(in ItemText item)
    {
        Clear((item.Title?.Length ?? 0) + (item.Summary?.Length ?? 0) + (item.Body?.Length ?? 0));
        for (var field = 0; field < Texts; field++)
        {
            ReadField(item[(TextField)field]);
            EndField(field);
        }
    }

    /// <summary>Gives no token a word, and none to the place behind the last one, which can be asked for, too.</summary>
    public void ForgetWords() => _words.AsSpan(0, Count + 1).Fill(KeyIndex.None);

    /// <summary>Adds a term that is not read from a text; where it is empty, no word is at its place.</summary>
    public void AddTerm(ReadOnlySpan<char> term, int start, int end)
    {
        if (Count + 1 >= _words.Length)
        {
            var capacity = (Count + 1) * 2;
            Array.Resize(ref _words, capacity);
            Array.Resize(ref _starts, capacity);
            Array.Resize(ref _ends, capacity);
            Array.Resize(ref _keys, capacity);
        }

        if (_foldedEnd + term.Length > _folded.Length)
        {
            Array.Resize(ref _folded, (_folded.Length * 2) + term.Length);
        }

        term.CopyTo(_folded.AsSpan(_foldedEnd));
        AddFolded(start, end, term.Length);
    }

    public void EndField(int field)
    {
        _fieldEnds[field] = Count;
        Fields = field + 1;
    }

    /// <summary>The number of a field's first token.</summary>
    public int StartOf(int field) => field == 0 ? 0 : _fieldEnds[field - 1];

    /// <summary>Whether a field starts with a token, or the item has ended before it.</summary>
    public bool IsStart(int token)
    {
        var field = 0;
        while (field < Fields && _fieldEnds[field] < token)
        {
            field++;
        }

        return field == Fields || _fieldEnds[field] == token;
    }

    /// <summary>The words of a field's tokens, negative where no rule knows the word.</summary>
    public ReadOnlySpan<int> WordsOf(int field) => _words.AsSpan(StartOf(field), _fieldEnds[field] - StartOf(field));

    /// <summary>A token, folded; valid until the next call.</summary>
    public ReadOnlySpan<char> Folded(int token) =>
        _keys[token].IsLong
            ? Folded(_long[_long.BinarySearch(new(token, 0, 0))])
            : _asked.AsSpan(0, _keys[token].CopyTo(_asked));

    public ReadOnlySpan<char> Folded(LongToken token) => _folded.AsSpan(token.Start, token.Length);

    /// <summary>Where tokens are in the original text.</summary>
    public WordMatch PlaceOf(TokenSpan span)
    {
        var field = 0;
        while (span.First >= _fieldEnds[field])
        {
            field++;
        }

        var start = _starts[span.First];
        return new((TextField)field, start, _ends[span.Last] - start);
    }

    private void Clear(int length)
    {
        Count = 0;
        Fields = 0;
        HasLone = false;
        HasHangul = false;
        _long.Clear();
        _foldedEnd = 0;
        if (length >= _capacity)
        {
            // One place more than the texts can have tokens: see ForgetWords.
            _capacity = Math.Max(length + 1, _capacity * 2);
            _lower = new byte[_capacity + WordMask.Block];
            _folded = new char[TextFolding.Room(_capacity)];
            _runStarts = new int[_capacity + WordMask.Block];
            _runEnds = new int[_capacity + WordMask.Block];
            _words = new int[_capacity];
            _starts = new int[_capacity];
            _ends = new int[_capacity];
            _keys = new TermKey[_capacity];
        }
    }

    /// <summary>Adds a token whose folded characters are at the end of those of long tokens.</summary>
    private void AddFolded(int start, int end, int length)
    {
        var folded = _folded.AsSpan(_foldedEnd, length);
        HasHangul = HasHangul || HangulParticles.HasSyllable(folded);
        if (!TermKey.TryMake(folded, out var key))
        {
            _long.Add(new(Count, _foldedEnd, length));
            _foldedEnd += length;
        }

        Add(start, end, key);
    }

    private void Add(int start, int end, TermKey key)
    {
        _starts[Count] = start;
        _ends[Count] = end;
        _keys[Count] = key;
        Count++;
    }

    /// <param name="Token">The token.</param>
    /// <param name="Start">Where its folded characters start.</param>
    /// <param name="Length">How many there are.</param>
    public readonly record struct LongToken(int Token, int Start, int Length) : IComparable<LongToken>
    {
        public int CompareTo(LongToken other) => Token.CompareTo(other.Token);
    }
}
