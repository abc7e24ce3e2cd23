namespace NewsAlerts.Yaml;

/// <summary>A file's text, and where its lines are. Only CR, LF and CRLF end a line, as editors count them.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string file, string text)
    {
        File = file;
        Text = text;
        for (var index = text.AsSpan().IndexOfAny('\r', '\n'); index >= 0;)
        {
            var start = index + (text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? 2 : 1);
            _lineStarts.Add(start);
            var next = text.AsSpan(start).IndexOfAny('\r', '\n');
            index = next < 0 ? -1 : start + next;
        }
    }

    public string File { get; }

    public string Text { get; }

    /// <summary>The line and column, both from 1, of a place in the text.</summary>
    public (int Line, int Column) Position(int index)
    {
        var line = LineAt(index);
        return (line + 1, index - _lineStarts[line] + 1);
    }

    /// <summary>A line, from 1, without its line break; empty where the file has no such line.</summary>
    public string Line(int line) =>
        line < 1 || line > _lineStarts.Count ? "" : Text[_lineStarts[line - 1]..EndOfLine(_lineStarts[line - 1])];

    /// <summary>Whether a colon follows a place, after spaces at the most.</summary>
    public bool IsBeforeColon(int index) => Text.AsSpan(index).TrimStart(' ').StartsWith(':');

    /// <summary>Where a line, from 1, starts.</summary>
    public int StartOf(int line) => _lineStarts[line - 1];

    /// <summary>Where the line that holds a place starts.</summary>
    public int StartOfLine(int index) => _lineStarts[LineAt(index)];

    /// <summary>Where the line that holds a place ends, before its line break.</summary>
    public int EndOfLine(int index)
    {
        var next = LineAt(index) + 1;
        return next == _lineStarts.Count
            ? Text.Length
            : _lineStarts[next] - (Text.AsSpan(0, _lineStarts[next]).EndsWith("\r\n") ? 2 : 1);
    }

    private int LineAt(int index)
    {
        var found = _lineStarts.BinarySearch(index);
        return found >= 0 ? found : ~found - 1;
    }
}
