namespace NewsAlerts.Archive;

/// <summary>An item that was found in the archive.</summary>
/// <param name="Batch">The batch that it was stored in.</param>
/// <param name="Index">Its place there, from 0.</param>
/// <param name="Item">The item.</param>
internal sealed record FoundItem(string Batch, int Index, ArchivedItem Item);
