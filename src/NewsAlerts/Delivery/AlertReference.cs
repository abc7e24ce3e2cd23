namespace NewsAlerts.Delivery;

/// <summary>An alert, without its texts.</summary>
/// <param name="Id">The alert's id.</param>
/// <param name="Index">The item's place in its batch, from 0.</param>
/// <param name="Rules">The names of the rules that matched.</param>
internal sealed record AlertReference(string Id, int Index, IReadOnlyList<string> Rules)
{
    /// <summary>The archive document that holds its item, where that is not the message's.</summary>
    public string? Batch { get; init; }
}
