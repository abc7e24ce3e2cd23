namespace NewsAlerts.Tests.Support;

/// <summary>A mail as <see cref="LocalSmtpServer"/> received it.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="Recipients">The envelope's recipients that were accepted.</param>
/// <param name="Data">The mail: headers, an empty line, the body; each byte as one character.</param>
internal sealed record ReceivedMail(string From, IReadOnlyList<string> Recipients, string Data);
