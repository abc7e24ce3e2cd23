using System.Buffers;

namespace NewsAlerts.Feeds.Text;

/// <summary>Collects plain text: white space is collapsed to one space, control characters are left out.</summary>
internal ref struct PlainTextWriter(int capacity)
{
    private char[] _buffer = ArrayPool<char>.Shared.Rent(Math.Max(capacity, 16));
    private int _length;
    private bool _pendingSpace;

    /// <summary>Sees to it that what follows does not run into what came before.</summary>
    public void Separate() => _pendingSpace = _length > 0;

    /// <summary>Writes text with character references.</summary>
    public void WriteEncoded(scoped ReadOnlySpan<char> text)
    {
        for (var ampersand = text.IndexOf('&'); ampersand >= 0; ampersand = text.IndexOf('&'))
        {
            Write(text[..ampersand]);
            text = text[ampersand..];
            var length = CharacterReferences.Read(text, null, out var value);
            Write(length == 0 ? "&" : value);
            text = text[Math.Max(length, 1)..];
        }

        Write(text);
    }

    public void Write(scoped ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                _pendingSpace = _length > 0;
            }
            else if (!char.IsControl(c) && c != '\uFEFF')
            {
                Append(c);
            }
        }
    }

    /// <summary>The text, which ends the writer.</summary>
    public string Finish()
    {
        var text = new string(_buffer, 0, _length);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
        return text;
    }

    private void Append(char c)
    {
        if (_length + 2 > _buffer.Length)
        {
            var grown = ArrayPool<char>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _length).CopyTo(grown);
            ArrayPool<char>.Shared.Return(_buffer);
            _buffer = grown;
        }

        if (_pendingSpace)
        {
            _buffer[_length++] = ' ';
            _pendingSpace = false;
        }

        _buffer[_length++] = c;
    }
}
