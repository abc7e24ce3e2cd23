namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>The worker process has ended while it was asked for something.</summary>
internal sealed class WorkerEndedException() : Exception("the worker process has ended");
