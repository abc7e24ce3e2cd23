namespace NewsAlerts.Configuration;

/// <summary>What a host brings along to read a configuration.</summary>
/// <param name="ReadFile">Reads the host's own alerts.yaml; null where it has none.</param>
/// <param name="Environment">The environment variables that <c>${NAME}</c> means, by name.</param>
internal sealed record HostConfiguration(Func<ReadOnlyMemory<byte>?> ReadFile, Func<string, string?> Environment);
