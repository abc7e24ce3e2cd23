using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Configuration;
using NewsAlerts.Local.Running;
using NewsAlerts.Pipeline;

namespace NewsAlerts.Local.Commands;

/// <summary>
/// <c>alerts status</c>: shows how the feeds, the queues and the deliveries are; where alerts.yaml cannot be used, its mistakes and
/// what is stored.
/// </summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var config = CommonOptions.Config();
        var json = CommonOptions.Json("an object for each feed, queue, destination mistake and incident, and for those who subscribe");
        var command = new Command("status", "Show how the feeds, the queues and the deliveries are.") { config, json };
        var storage = new StorageOptions(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var output = result.InvocationConfiguration.Output;
            var file = ConfigurationFile.Load(result.GetRequiredValue(config));
            var configuration = file.Result.Configuration;
            await using var services = LocalServices.Build(configuration ?? new AlertsConfiguration(), storage.Read(result), LogLevel.Warning);
            var read = services.GetRequiredService<ReadStatus>();
            var status = configuration is null ? await read.RunStoredAsync(cancellationToken) : await read.RunAsync(cancellationToken);
            if (result.GetValue(json))
            {
                MistakesJson.Print(file.Result.Mistakes, "error", output);
                await StatusJson.PrintAsync(status, output);
            }
            else
            {
                new ConfigurationReport(output).WriteRefused(file);
                new StatusTables(output, TimeProvider.System.GetUtcNow()).Print(status);
            }

            return configuration is null ? ExitCode.WrongInput : ExitCode.Done;
        });
        return command;
    }
}
