namespace NewsAlerts.Feeds.Markup;

/// <summary>
/// Finds where a tag or section ends. What has once been sought in vain is not sought again, so that a hostile text of
/// unclosed openings costs no more than its length.
/// </summary>
internal ref struct TagEnds(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _noComment = int.MaxValue;
    private int _noCData = int.MaxValue;
    private int _noInstruction = int.MaxValue;
    private int _noSubset = int.MaxValue;
    private int _noTag = int.MaxValue;
    private int _noDoubleQuote = int.MaxValue;
    private int _noSingleQuote = int.MaxValue;

    public static bool StartsName(char c) => char.IsAsciiLetter(c) || c == '_' || (c > 0x7F && char.IsLetter(c));

    /// <summary>Where that ending next stands, from a place on; -1 where it does not.</summary>
    public int Find(string ending, int from)
    {
        ref var none = ref _noTag;
        switch (ending)
        {
            case "-->":
                none = ref _noComment;
                break;
            case "]]>":
                none = ref _noCData;
                break;
            case "?>":
                none = ref _noInstruction;
                break;
            case "]":
                none = ref _noSubset;
                break;
        }

        return Find(ending, from, ref none);
    }

    /// <summary>Where the <c>&gt;</c> of the tag is that starts here, quoted values passed over; -1 where it has none.</summary>
    public int OfTag(int start)
    {
        if (start >= _noTag)
        {
            return -1;
        }

        var at = start + 1;
        while (true)
        {
            var found = _text[at..].IndexOfAny('>', '"', '\'');
            if (found < 0)
            {
                return Find(">", start);
            }

            at += found;
            if (_text[at] == '>')
            {
                return at;
            }

            // A quote that follows no equals sign is a slip inside the tag, not the start of a value.
            var close = FollowsEquals(at)
                ? _text[at] == '"' ? Find("\"", at + 1, ref _noDoubleQuote) : Find("'", at + 1, ref _noSingleQuote)
                : at;
            if (close < 0)
            {
                return Find(">", start);
            }

            at = close + 1;
        }
    }

    private readonly int Find(string ending, int from, ref int none)
    {
        if (from >= none || from > _text.Length)
        {
            return -1;
        }

        var found = _text[from..].IndexOf(ending);
        if (found < 0)
        {
            none = from;
            return -1;
        }

        return from + found;
    }

    private readonly bool FollowsEquals(int quote)
    {
        var before = quote - 1;
        while (before > 0 && char.IsWhiteSpace(_text[before]))
        {
            before--;
        }

        return _text[before] == '=';
    }
}
