using NewsAlerts.Storage;

namespace NewsAlerts.Archive.Segments;

/// <summary>A kind of small documents that are merged into segments: <c>prefix/yyyyMMdd/…</c>, one line of JSON each.</summary>
internal interface IMergeable
{
    /// <summary>The first segment of their names, which names the kind too.</summary>
    string Kind { get; }

    /// <summary>Whether a document is old enough, and will not be written again soon.</summary>
    bool IsSettled(DocumentInfo info, DateTimeOffset now);

    /// <summary>Reads what a merge must know.</summary>
    /// <exception cref="InvalidDataException">The document is not what it should be.</exception>
    MergedLine Read(string name, ReadOnlySpan<byte> content);
}
