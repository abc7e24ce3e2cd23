using System.Globalization;
using NewsAlerts.Storage;

namespace NewsAlerts.Archive.Segments;

/// <summary>Writes documents into new segments, one after the other, and remembers what they are found by.</summary>
/// <param name="documents">Where to.</param>
/// <param name="folder">What the names of the segments begin with.</param>
/// <param name="next">The number of the first segment.</param>
internal sealed class SegmentBuilder(IDocumentStore documents, string folder, int next) : IDisposable
{
    private readonly List<Segment> _segments = [];
    private readonly List<IndexEntry> _entries = [];
    private readonly List<RemovedDocument> _originals = [];
    private SegmentWriter? _writer;
    private string _day = "";
    private DateTimeOffset _oldest;
    private DateTimeOffset _newest;

    /// <summary>The segments that are written.</summary>
    public IReadOnlyList<Segment> Segments => _segments;

    /// <summary>What the documents are found by.</summary>
    public List<IndexEntry> Entries => _entries;

    /// <summary>The documents that were added.</summary>
    public IReadOnlyList<RemovedDocument> Originals => _originals;

    /// <summary>The day that a document is listed under.</summary>
    public static string DayOf(string name) => name.Split('/')[1];

    /// <summary>Adds a document. A segment ends with its day, so that it is too old as a whole.</summary>
    public async Task AddAsync(
        string name, Document document, MergedLine line, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_writer is { IsFull: true } || _day != DayOf(name))
        {
            await EndAsync(cancellationToken);
        }

        _writer ??= new SegmentWriter();
        _day = DayOf(name);
        (_oldest, _newest) = _writer.Count == 0
            ? (line.Oldest, line.Newest)
            : (line.Oldest < _oldest ? line.Oldest : _oldest, line.Newest > _newest ? line.Newest : _newest);
        foreach (var key in line.Keys.Append(new IndexKey(MergedDocuments.KeyOfName(name), 0)))
        {
            _entries.Add(new IndexEntry(key.Key, next, (ushort)_writer.Count, (ushort)key.Item, key.Words));
        }

        _writer.Add(name, document.Content);
        _originals.Add(new RemovedDocument(name, now, document.ETag));
    }

    /// <summary>Ends the last segment.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_writer is null)
        {
            return;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{folder}s{next:d7}");
        await documents.WriteAsync(name, _writer.ToBytes(), WriteCondition.None, metadata: null, cancellationToken);
        _segments.Add(new Segment(next++, name, _oldest, _newest));
        Dispose();
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _writer = null;
    }
}
