namespace NewsAlerts.Messages;

/// <summary>A link that a notice asks its reader to follow.</summary>
/// <param name="Text">What it does, in a few words, in the reader's language.</param>
/// <param name="Address">Where it leads: one of our own pages.</param>
public sealed record NoticeLink(string Text, Uri Address);
