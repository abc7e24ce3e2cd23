using Microsoft.Azure.WebJobs;
using NewsAlerts.AzureStorage;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>One listener for each queue of the app and for what the host gives up there; each hands its messages to the worker.</summary>
/// <param name="run">Runs the function that the worker has for a queue.</param>
public sealed class QueueTriggers(Func<string, ParameterBindingData, CancellationToken, Task> run)
{
    private const string Poison = "-poison";

    /// <summary>The queues that are listened at.</summary>
    internal static IReadOnlyList<string> All { get; } = [.. Queues.All, .. Queues.All.Select(queue => queue + Poison)];

    [FunctionName(Queues.Polls)]
    public Task PollsAsync(
        [QueueTrigger(Queues.Polls, Connection = StorageAccount.Setting)] ParameterBindingData message, CancellationToken token) =>
        run(Queues.Polls, message, token);

    [FunctionName(Queues.NewItems)]
    public Task NewItemsAsync(
        [QueueTrigger(Queues.NewItems, Connection = StorageAccount.Setting)] ParameterBindingData message, CancellationToken token) =>
        run(Queues.NewItems, message, token);

    [FunctionName(Queues.Alerts)]
    public Task AlertsAsync(
        [QueueTrigger(Queues.Alerts, Connection = StorageAccount.Setting)] ParameterBindingData message, CancellationToken token) =>
        run(Queues.Alerts, message, token);

    [FunctionName(Queues.Polls + Poison)]
    public Task PoisonPollsAsync(
        [QueueTrigger(Queues.Polls + Poison, Connection = StorageAccount.Setting)] ParameterBindingData message, CancellationToken token) =>
        run(Queues.Polls + Poison, message, token);

    [FunctionName(Queues.NewItems + Poison)]
    public Task PoisonNewItemsAsync(
        [QueueTrigger(Queues.NewItems + Poison, Connection = StorageAccount.Setting)] ParameterBindingData message, CancellationToken token) =>
        run(Queues.NewItems + Poison, message, token);

    [FunctionName(Queues.Alerts + Poison)]
    public Task PoisonAlertsAsync(
        [QueueTrigger(Queues.Alerts + Poison, Connection = StorageAccount.Setting)] ParameterBindingData message, CancellationToken token) =>
        run(Queues.Alerts + Poison, message, token);
}
