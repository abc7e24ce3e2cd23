namespace NewsAlerts.Polling.Asking;

/// <summary>What became of a request for a feed.</summary>
public enum FetchOutcome
{
    /// <summary>A document came.</summary>
    Fetched,

    /// <summary>The document is the one we have (304, RFC 9110 §15.4.5).</summary>
    Unchanged,

    /// <summary>The feed is gone for good (410, RFC 9110 §15.5.11).</summary>
    Gone,

    /// <summary>The server wants fewer requests, or none for now (429, RFC 6585 §4; 503, RFC 9110 §15.6.4).</summary>
    Refused,

    /// <summary>No document came, this time.</summary>
    Failed,
}
