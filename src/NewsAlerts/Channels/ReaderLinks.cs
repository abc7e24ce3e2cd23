namespace NewsAlerts.Channels;

/// <summary>Where the reader of an email can turn it down: signed addresses of our own pages.</summary>
/// <param name="Unsubscribe">Ends what the email came from: a page by GET, the act by POST (RFC 8058).</param>
/// <param name="Manage">Shows and changes the reader's subscriptions; null where the operator has entered the address.</param>
public sealed record ReaderLinks(Uri Unsubscribe, Uri? Manage);
