using System.Reflection;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsAlerts.AzureStorage;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>
/// The queue listeners of the real host (Microsoft.Azure.WebJobs), under the settings of the app's host.json. Only the delay after a
/// failure is shorter, so that tests need not wait for it.
/// </summary>
internal static class QueueListeners
{
    private const string Root = "AzureWebJobs";

    /// <summary>The delay after a failure.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);

    /// <summary>Makes a host that listens at every queue that <see cref="QueueTriggers"/> names.</summary>
    /// <param name="account">The storage account, as a connection string.</param>
    /// <param name="triggers">Where messages go.</param>
    public static IHost Create(string account, QueueTriggers triggers)
    {
        var hostJson = new ConfigurationBuilder().AddJsonFile(Path.Combine(WorkerProcess.Folder, "host.json")).Build();
        var ours = new Dictionary<string, string?>
        {
            [$"{Root}:extensions:queues:visibilityTimeout"] = RetryDelay.ToString(),
            [StorageAccount.Setting] = account,
            ["AzureWebJobsStorage"] = account,
        };
        return new HostBuilder()
            .ConfigureAppConfiguration(configuration => configuration
                .AddInMemoryCollection(hostJson.AsEnumerable().Select(setting => KeyValuePair.Create($"{Root}:{setting.Key}", setting.Value)))
                .AddInMemoryCollection(ours))
            .ConfigureWebJobs(webJobs => webJobs.AddAzureStorageQueues())
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .ConfigureServices(services => services
                .AddSingleton<ITypeLocator>(new OneType(typeof(QueueTriggers)))
                .AddSingleton<IJobActivator>(new OneInstance(triggers)))
            .Build();
    }

    private sealed class OneType(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    private sealed class OneInstance(QueueTriggers triggers) : IJobActivator
    {
        public T CreateInstance<T>() => triggers is T instance ? instance : throw new InvalidOperationException($"there is no {typeof(T)}");
    }
}
