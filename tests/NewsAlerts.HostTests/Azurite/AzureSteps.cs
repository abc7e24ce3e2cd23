using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.AzureStorage;
using NewsAlerts.Channels.Email;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;
using NewsAlerts.Matching;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>
/// The four steps over one account, each in a process of its own as far as it can know, as a Functions app runs them:
/// none has in memory what another one wrote. A message is received alone.
/// </summary>
/// <param name="file">The configuration file.</param>
/// <param name="configuration">What it holds.</param>
/// <param name="account">The account.</param>
/// <param name="time">The clock of the steps.</param>
internal sealed class AzureSteps(
    string file, AlertsConfiguration configuration, StorageAccount account, TimeProvider time) : IAsyncDisposable
{
    private readonly TemporaryFolder _outbox = new();
    private readonly Dictionary<string, ServiceProvider> _services = [];

    /// <summary>What was asked of the account until now.</summary>
    public OperationCounts Operations => new(account.Operations.Counts);

    /// <summary>What the timer does.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        await Services("timer").GetRequiredService<SchedulePolls>().RunAsync(cancellationToken);
        await Services("timer").GetRequiredService<SendDigests>().RunAsync(cancellationToken);
    }

    /// <summary>Puts the storage in order.</summary>
    public Task HousekeepAsync(CancellationToken cancellationToken) =>
        Services("timer").GetRequiredService<Housekeep>().RunAsync(cancellationToken);

    /// <summary>Finds out what is wrong with the service.</summary>
    public Task WatchAsync(CancellationToken cancellationToken) =>
        Services("timer").GetRequiredService<WatchService>().RunAsync(cancellationToken);

    /// <summary>Answers how the service is.</summary>
    public Task<ServiceHealth> HealthAsync(CancellationToken cancellationToken) =>
        Services("health").GetRequiredService<ReadHealth>().RunAsync(cancellationToken);

    /// <summary>Looks for a change of the configuration, as each process does before its work.</summary>
    public Task LookAsync(CancellationToken cancellationToken) =>
        Services("timer").GetRequiredService<RefreshConfiguration>().RunAsync(cancellationToken);

    /// <summary>Looks for a change of who has subscribed to what, as the process that matches does.</summary>
    public Task LookForPeopleAsync(CancellationToken cancellationToken) =>
        Services(Queues.NewItems).GetRequiredService<RefreshSubscriptions>().RunAsync(cancellationToken);

    /// <summary>Lets somebody subscribe to a query, to be told at once.</summary>
    public Task<Subscriber?> SubscribeAsync(string address, string query, CancellationToken cancellationToken)
    {
        var id = SubscriberId.Of(address);
        var subscription = new Subscription { Id = "1", Query = query, Send = "immediate", TimeZone = "UTC" };
        return Services("timer").GetRequiredService<Subscribers>().UpdateAsync(
            id, _ => new Subscriber { Id = id, Address = address, Language = "en", Subscriptions = [subscription] }, cancellationToken);
    }

    /// <summary>Works on the one message of a queue.</summary>
    public async Task WorkAsync(string queue, CancellationToken cancellationToken)
    {
        var services = Services(queue);
        var queues = services.GetRequiredService<IMessageQueue>();
        var message = Assert.Single(await queues.ReceiveAsync(queue, 1, TimeSpan.FromMinutes(5), cancellationToken));
        await services.WorkAsync(message, cancellationToken);
        await queues.DeleteAsync(message, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services.Values)
        {
            await services.DisposeAsync();
        }

        _outbox.Dispose();
    }

    private ServiceProvider Services(string process)
    {
        if (!_services.TryGetValue(process, out var services))
        {
            _services[process] = services = new ServiceCollection()
                .AddNewsAlerts(configuration)
                .AddLogging()
                .AddSingleton(time)
                .AddAzureStorage(account)
                .AddSingleton<IEmailTransport>(new OutboxTransport(_outbox.Path))
                .AddSingleton(new HostConfiguration(() => File.ReadAllBytes(file), _ => null))
                .BuildServiceProvider();
        }

        return services;
    }
}
