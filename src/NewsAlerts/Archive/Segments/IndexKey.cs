namespace NewsAlerts.Archive.Segments;

/// <summary>What a part of a document is found by.</summary>
/// <param name="Key">The key: see <see cref="KeyHash"/>.</param>
/// <param name="Item">The part's place in its document, from 0.</param>
/// <param name="Words">Which words stand beside it in the same title, as a signature; 0 where it is no word.</param>
internal readonly record struct IndexKey(ulong Key, int Item, UInt128 Words = default);
