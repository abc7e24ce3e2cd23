namespace NewsAlerts.Messages;

/// <summary>One thing that a notice tells of.</summary>
/// <param name="Kind">What happened to it, for programs: <c>feed.failing</c>.</param>
/// <param name="Name">What it is called: a feed's or a rule's name.</param>
/// <param name="Text">What is to be said of it, as a sentence for a person.</param>
/// <param name="Since">Since when it has been so, UTC.</param>
public sealed record NoticeEntry(string Kind, string Name, string Text, DateTimeOffset Since);
