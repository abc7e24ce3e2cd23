using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.AzureIdentity;
using NewsAlerts.Channels.Email;
using NewsAlerts.Configuration;
using NewsAlerts.Storage;
using NewsAlerts.Web;

namespace NewsAlerts.Local.Running;

/// <summary>The core over one place for everything, in this process.</summary>
internal static class LocalServices
{
    /// <summary>Builds everything; disposing the provider ends it.</summary>
    public static ServiceProvider Build(AlertsConfiguration configuration, IStoragePlace place, LogLevel logLevel) =>
        new ServiceCollection()
            .AddNewsAlerts(configuration)
            .AddPages()
            .AddAzureIdentity()
            .AddLogging(logging => LogLines.AddTo(logging.SetMinimumLevel(logLevel), standardErrorFrom: LogLevel.Trace))
            .AddSingleton<IDocumentStore>(place.Documents)
            .AddSingleton(new WakingQueue(place.Queues, TimeProvider.System))
            .AddSingleton<IMessageQueue>(provider => provider.GetRequiredService<WakingQueue>())
            .AddSingleton<ConfiguredSmtp>()
            .AddSingleton(new OutboxTransport(place.Outbox))
            .AddSingleton<IEmailTransport, LocalTransport>()
            .AddSingleton(_ => QueueSettings.Load())
            .AddSingleton<AnswerRequests>()
            .AddSingleton<Runner>()
            .BuildServiceProvider();
}
