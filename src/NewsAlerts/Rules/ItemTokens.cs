using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Rules;

/// <summary>
/// The tokens of an item, numbered from 0 through all its fields; used for one item after another. Tokens in ASCII are
/// found by <see cref="WordMask"/>; all others are cut and folded as <see cref="TokenReader"/> does it.
/// </summary>
internal sealed class ItemTokens
{
    /// <summary>How many texts an item has.</summary>
    public const int Texts = 3;

    private readonly int[] _fieldEnds = new int[(int)TextField.Language + 1];
    private readonly List<LongToken> _long = [];
    private byte[] _lower = [];
    private int[] _runs = [];
    private int[] _words = [];
    private Place[] _places = [];
    private TermKey[] _keys = [];

    // Of long tokens, one after the other; then of the one that is read.
    private char[] _folded = [];
    private int _foldedEnd;
    private readonly char[] _asked = new char[TermKey.LongestAscii];

    public int Count { get; private set; }

    /// <summary>How many fields have been read: the texts, and more only where some rule looks at more.</summary>
    public int Fields { get; private set; }

    /// <summary>Texts of which length there is room for.</summary>
    public int Capacity { get; private set; }

    /// <summary>The tokens' keys; no term's key where a token is too long to have one.</summary>
    public ReadOnlySpan<TermKey> Keys => _keys.AsSpan(0, Count);

    /// <summary>The words of all tokens: negative where no rule knows the word.</summary>
    public Span<int> Words => _words.AsSpan(0, Count);

    /// <summary>The tokens that are too long to have a key.</summary>
    public ReadOnlySpan<LongToken> Long => CollectionsMarshal.AsSpan(_long);

    // 16 bytes with all bits and 16 with none: read from the 16th less a length on, a mask for that many bytes.
    private static ReadOnlySpan<byte> Masks =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

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

    /// <summary>Adds a term that is not read from a text; where it is empty, no word is at its place.</summary>
    public void AddTerm(ReadOnlySpan<char> term, int start, int end)
    {
        if (Count == _words.Length)
        {
            var capacity = (Count * 2) + 1;
            Array.Resize(ref _words, capacity);
            Array.Resize(ref _places, capacity);
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

    /// <summary>The number after that of a field's last token.</summary>
    public int EndOf(int field) => _fieldEnds[field];

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

        var start = _places[span.First].Start;
        return new((TextField)field, start, _places[span.Last].End - start);
    }

    private void Clear(int length)
    {
        Count = 0;
        Fields = 0;
        _long.Clear();
        _foldedEnd = 0;
        if (length >= Capacity)
        {
            Capacity = Math.Max(length + 1, Capacity * 2);
            _lower = new byte[Capacity + WordMask.Block];
            _folded = new char[TextFolding.Room(Capacity)];
            _runs = new int[Capacity + WordMask.Block];
            _words = new int[Capacity];
            _places = new Place[Capacity];
            _keys = new TermKey[Capacity];
        }
    }

    private void ReadField(string text)
    {
        var edges = _runs.AsSpan(0, WordMask.FindRuns(text, _lower, _runs));
        var runs = MemoryMarshal.Cast<int, Place>(edges);
        for (var at = AddShortAscii(runs); at < runs.Length; at += 1 + AddShortAscii(runs[(at + 1)..]))
        {
            ReadRun(text, runs[at].Start, runs[at].End);
        }
    }

    /// <summary>Adds runs that are tokens in ASCII with a key, up to the first one that is not; says how many.</summary>
    private int AddShortAscii(ReadOnlySpan<Place> runs)
    {
        // There is room for as many tokens as characters: nothing is to be checked for each.
        ref var run = ref MemoryMarshal.GetReference(runs);
        ref var place = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_places), Count);
        ref var key = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_keys), Count);
        var i = 0;
        for (; i < runs.Length; i++)
        {
            var at = Unsafe.Add(ref run, i);
            if (at.End - at.Start > TermKey.LongestAscii)
            {
                break;
            }

            var term = LowerAt(at);
            if (term.ExtractMostSignificantBits() != 0)
            {
                break;
            }

            Unsafe.Add(ref place, i) = at;
            TermKey.WriteAscii(term, ref Unsafe.Add(ref key, i));
        }

        Count += i;
        return i;
    }

    /// <summary>The lower-case characters of a place, at most 16, and zeros after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> LowerAt(Place place)
    {
        // A run ends before the text does, and more than 16 bytes come after it.
        var length = place.End - place.Start;
        var mask = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(uint)(TermKey.LongestAscii - length));
        return Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_lower), (nuint)(uint)place.Start) & mask;
    }

    private void ReadRun(string text, int start, int end)
    {
        while (start < end)
        {
            start += AddPlain(text.AsSpan(start, end - start), start);
            if (start < end)
            {
                start += ReadToken(text.AsSpan(start, end - start), start);
            }
        }
    }

    /// <summary>
    /// Adds characters that are tokens by themselves, and ASCII between them, up to the first one that may be more; says
    /// how far it went.
    /// </summary>
    private int AddPlain(ReadOnlySpan<char> run, int start)
    {
        var isLone = false;
        var at = 0;
        while (at < run.Length)
        {
            var length = 1;
            if (LoneCharacters.Contain(run[at]))
            {
                Add(start + at, start + at + 1, TermKey.OfCharacter(run[at]));
                isLone = true;
            }
            else if (char.IsAscii(run[at]))
            {
                length = AddAscii(run[at..], start + at);
                if (length == 0)
                {
                    return at;
                }

                isLone = false;
            }
            else if (TextFolding.Table[run[at]] == TextFolding.Separator)
            {
                isLone = false;
            }
            else
            {
                // What follows a lone character may belong to it.
                Count -= isLone ? 1 : 0;
                return isLone ? at - 1 : at;
            }

            at += length;
        }

        return at;
    }

    /// <summary>Adds the token that a run starts with if it is ASCII and has a key; says how many characters it has.</summary>
    private int AddAscii(ReadOnlySpan<char> run, int start)
    {
        var length = 1;
        while (length < run.Length && char.IsAscii(run[length]))
        {
            length++;
        }

        if (length > TermKey.LongestAscii
            || (length < run.Length && !LoneCharacters.Contain(run[length]) && TextFolding.Table[run[length]] != TextFolding.Separator))
        {
            return 0;
        }

        var place = new Place(start, start + length);
        _places[Count] = place;
        TermKey.WriteAscii(LowerAt(place), ref _keys[Count]);
        Count++;
        return length;
    }

    /// <summary>Reads the next token of a run as <see cref="TokenReader"/> does; says how many characters to go on.</summary>
    private int ReadToken(ReadOnlySpan<char> run, int start)
    {
        var reader = new TokenReader(run, _folded, _foldedEnd);
        if (!reader.Read())
        {
            return run.Length;
        }

        AddFolded(start + reader.Start, start + reader.End, reader.Folded.Length);
        return reader.End;
    }

    /// <summary>Adds a token whose folded characters are at the end of those of long tokens.</summary>
    private void AddFolded(int start, int end, int length)
    {
        var folded = _folded.AsSpan(_foldedEnd, length);
        if (!TermKey.TryMake(folded, out var key))
        {
            _long.Add(new(Count, _foldedEnd, length));
            _foldedEnd += length;
        }

        Add(start, end, key);
    }

    private void Add(int start, int end, TermKey key)
    {
        _places[Count] = new(start, end);
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

    /// <param name="Start">Where a token starts in its field's text.</param>
    /// <param name="End">Where it ends there.</param>
    private readonly record struct Place(int Start, int End);
}
