namespace NewsAlerts.Archive.Segments;

/// <summary>Goes through the entries of an index run, which come in sorted blocks.</summary>
internal sealed class SortedEntries(IAsyncEnumerator<IReadOnlyList<IndexEntry>> blocks)
{
    private IReadOnlyList<IndexEntry> _block = [];
    private int _at;

    /// <summary>The entry that it stands at.</summary>
    public IndexEntry Current => _block[_at];

    /// <summary>Merges sorted entries into one sequence, and writes those of some segments; one block of each is held at a time.</summary>
    public static async Task MergeAsync(
        IEnumerable<IAsyncEnumerable<IReadOnlyList<IndexEntry>>> sorted,
        HashSet<int> segments,
        IndexRunWriter writer,
        CancellationToken cancellationToken)
    {
        var runs = sorted.Select(blocks => new SortedEntries(blocks.GetAsyncEnumerator(cancellationToken))).ToList();
        for (var i = runs.Count - 1; i >= 0; i--)
        {
            if (!await runs[i].ReadBlockAsync())
            {
                runs.RemoveAt(i);
            }
        }

        while (runs.Count > 0)
        {
            var first = runs[0];
            for (var i = 1; i < runs.Count; i++)
            {
                first = runs[i].Current.CompareTo(first.Current) < 0 ? runs[i] : first;
            }

            if (segments.Contains(first.Current.Segment))
            {
                await writer.AddAsync(first.Current, cancellationToken);
            }

            if (!first.MoveNext() && !await first.ReadBlockAsync())
            {
                runs.Remove(first);
            }
        }
    }

    private bool MoveNext() => ++_at < _block.Count;

    private async Task<bool> ReadBlockAsync()
    {
        if (!await blocks.MoveNextAsync())
        {
            await blocks.DisposeAsync();
            return false;
        }

        (_block, _at) = (blocks.Current, 0);
        return true;
    }
}
