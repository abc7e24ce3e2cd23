using System.CommandLine;
using NewsAlerts.Local.Running;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Commands;

/// <summary><c>alerts replay</c>: sends poison messages back to work.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var queue = new Option<string?>("--queue") { Description = "Only this queue's: polls, new-items or alerts." };
        queue.AcceptOnlyFromAmong([.. Queues.All]);
        var command = new Command("replay", "Send poison messages back to work.") { data, queue };
        command.SetAction((result, cancellationToken) => RunAsync(
            new DataFolder(result.GetRequiredValue(data), TimeProvider.System),
            result.GetValue(queue),
            result.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        DataFolder data, string? queue, TextWriter output, CancellationToken cancellationToken)
    {
        var poison = new PoisonMessages(data.Documents, data.Queues, TimeProvider.System);
        foreach (var name in queue is null ? Queues.All : [queue])
        {
            var count = await poison.ReplayAsync(name, cancellationToken);
            await output.WriteLineAsync(count == 0 ? $"{name}: no poison" : $"{name}: {count} sent back to work");
        }

        return ExitCode.Done;
    }
}
