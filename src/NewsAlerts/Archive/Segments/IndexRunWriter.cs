using NewsAlerts.Storage;

namespace NewsAlerts.Archive.Segments;

/// <summary>Writes sorted entries as an index run.</summary>
/// <param name="documents">Where to.</param>
/// <param name="folder">What the names of its documents begin with.</param>
internal sealed class IndexRunWriter(IDocumentStore documents, string folder)
{
    // A word that is in more titles than this tells none of them; its newest are kept.
    private const int MostOfOneKey = 32_768;

    private const int FullPart = 32_768;

    private readonly List<IndexPart> _parts = [];
    private readonly List<IndexEntry> _part = [];
    private long _entries;
    private ulong _key;
    private int _ofKey;

    /// <summary>Adds an entry; each comes after the one before.</summary>
    public async ValueTask AddAsync(IndexEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Key != _key)
        {
            if (_part.Count >= FullPart)
            {
                await FlushAsync(cancellationToken);
            }

            (_key, _ofKey) = (entry.Key, 0);
        }

        if (_ofKey++ < MostOfOneKey)
        {
            _part.Add(entry);
        }
    }

    /// <summary>Ends the run.</summary>
    public async Task<IndexRun> EndAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        return new IndexRun(_entries, _parts);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_part.Count == 0)
        {
            return;
        }

        var bytes = new byte[_part.Count * IndexEntry.Size];
        foreach (var (index, entry) in _part.Index())
        {
            entry.Write(bytes.AsSpan(index * IndexEntry.Size));
        }

        var name = $"{folder}i{_parts.Count:d5}";
        await documents.WriteAsync(name, bytes, WriteCondition.None, metadata: null, cancellationToken);
        _parts.Add(new IndexPart(name, _part[0].Key));
        _entries += _part.Count;
        _part.Clear();
    }
}
