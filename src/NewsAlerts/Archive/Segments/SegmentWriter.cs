using System.IO.Compression;
using System.Text;

namespace NewsAlerts.Archive.Segments;

/// <summary>Collects documents for one segment: a line each, its name, a tab and its content, compressed with Brotli (RFC 7932).</summary>
internal sealed class SegmentWriter : IDisposable
{
    // News compress to a fourth; what does not must still make a document of a few megabytes.
    private const int MostText = 12 * 1000 * 1000;
    private const int MostCompressed = 3 * 1000 * 1000;

    private readonly MemoryStream _buffer = new();
    private readonly BrotliStream _compressed;
    private long _text;

    public SegmentWriter() => _compressed = new BrotliStream(_buffer, CompressionLevel.Optimal, leaveOpen: true);

    /// <summary>How many documents there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether another segment should be begun.</summary>
    public bool IsFull => _text >= MostText || _buffer.Length >= MostCompressed || Count == ushort.MaxValue;

    /// <summary>Adds a document, whose content has no line feed.</summary>
    public void Add(string name, ReadOnlyMemory<byte> content)
    {
        _compressed.Write(Encoding.ASCII.GetBytes(name + '\t'));
        _compressed.Write(content.Span);
        _compressed.WriteByte((byte)'\n');
        _text += content.Length;
        Count++;
    }

    /// <summary>Ends the segment and returns it.</summary>
    public ReadOnlyMemory<byte> ToBytes()
    {
        _compressed.Dispose();
        return _buffer.ToArray();
    }

    public void Dispose()
    {
        _compressed.Dispose();
        _buffer.Dispose();
    }
}
