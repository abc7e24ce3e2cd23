namespace NewsAlerts.HostTests.Azurite;

/// <summary>Azurite cannot be had on this machine.</summary>
/// <param name="message">What is missing.</param>
internal sealed class AzuriteMissingException(string message) : Exception(message);
