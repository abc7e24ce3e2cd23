namespace NewsAlerts.Tests.Support;

/// <summary>A request as <see cref="LocalServer"/> received it.</summary>
internal sealed record ReceivedRequest(
    string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, byte[] Body);
