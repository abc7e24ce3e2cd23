namespace NewsAlerts.Tests.Support.Node;

/// <summary>Node.js, or what runs on it, cannot be had on this machine.</summary>
/// <param name="message">What is missing.</param>
internal sealed class NodeMissingException(string message) : Exception(message);
