namespace NewsAlerts.HostTests.Support;

/// <summary>A program that has ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record Ended(int ExitCode, string Output, string Error);
