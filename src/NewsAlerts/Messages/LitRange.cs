namespace NewsAlerts.Messages;

/// <summary>A part of a text that is lit up.</summary>
/// <param name="Start">Where it starts, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
internal readonly record struct LitRange(int Start, int Length)
{
    /// <summary>The place behind its last unit.</summary>
    public int End => Start + Length;
}
