namespace NewsAlerts.Polling.Asking;

/// <summary>Another address, which a feed's own has named as its permanent one (301, 308: RFC 9110 §15.4.2, §15.4.9).</summary>
/// <param name="To">The other address.</param>
/// <param name="Times">At how many polls in a row it was named and gave a feed.</param>
public sealed record FeedMove(string To, int Times)
{
    /// <summary>How often a move is to be named before it holds: 3, since some redirect everything while they are down.</summary>
    public const int TimesToHold = 3;
}
