using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Http;
using NewsAlerts.Matching;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Web;

namespace NewsAlerts.Tests.Support;

/// <summary>
/// The whole core over documents and queues in memory, that can be stopped at any write as if the process had ended
/// there, and started again.
/// </summary>
internal sealed class TestService : IDisposable
{
    private readonly AlertsConfiguration _configuration;
    private readonly AddressGuard? _guard;
    private ServiceProvider _services;
    private int _writesUntilCrash = -1;

    public TestService(
        AlertsConfiguration configuration,
        RecordingChannel channel,
        ManualTime? time = null,
        IDocumentStore? documents = null,
        MemoryQueue? queue = null,
        AddressGuard? guard = null)
    {
        _configuration = configuration;
        _guard = guard;
        Channel = channel;
        Time = time ?? new ManualTime();
        Documents = documents ?? new MemoryDocuments(_ => Count());
        Queue = queue ?? new MemoryQueue(Time, _ => Count());
        _services = Build();
    }

    public ManualTime Time { get; }

    public RecordingChannel Channel { get; }

    public IDocumentStore Documents { get; }

    public MemoryQueue Queue { get; }

    /// <summary>How often the process has ended.</summary>
    public int Crashes { get; private set; }

    public int Poison => Get<PoisonMessages>().ListAsync(Queues.Alerts, CancellationToken.None).ToBlockingEnumerable().Count();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Another instance at work on the same documents and queues.</summary>
    public TestService Beside() => new(_configuration, Channel, Time, Documents, Queue, _guard);

    /// <summary>Lets another configuration hold.</summary>
    public void Configure(Func<AlertsConfiguration, AlertsConfiguration> change) =>
        Get<CurrentConfiguration>().Replace(change(Get<CurrentConfiguration>().Snapshot.Configuration));

    /// <summary>Gives every destination another address.</summary>
    public void Move(string address) => Get<CurrentConfiguration>().Replace(_configuration with
    {
        Destinations = [.. _configuration.Destinations.Select(destination => destination with { Url = new Secret(address) })],
    });

    /// <summary>Lets the process end just before the write of that number, counted from now, from 1.</summary>
    public void CrashBeforeWrite(int number) => _writesUntilCrash = number;

    /// <summary>Polls what is due and works until nothing is visible; a crash is followed by a new start.</summary>
    public async Task RunOnceAsync()
    {
        await SurvivingAsync(() => Get<SchedulePolls>().RunAsync(CancellationToken.None));
        await WorkAsync();
    }

    /// <summary>Works until nothing is visible; a crash is followed by a new start.</summary>
    public async Task WorkAsync()
    {
        while (await NextAsync() is { } message)
        {
            await SurvivingAsync(async () =>
            {
                await HandleAsync(message);
                await Queue.DeleteAsync(message, CancellationToken.None);
            });
        }
    }

    /// <summary>Wakes what something is due for; a crash is followed by a new start.</summary>
    public Task WakeAsync() => SurvivingAsync(() => Get<SendDigests>().RunAsync(CancellationToken.None));

    /// <summary>Puts the storage in order; a crash is followed by a new start.</summary>
    public Task HousekeepAsync() => SurvivingAsync(() => Get<Housekeep>().RunAsync(CancellationToken.None));

    /// <summary>Finds out what is wrong, and sends what is to be told of it; a crash is followed by a new start.</summary>
    public async Task WatchAsync()
    {
        await SurvivingAsync(() => Get<WatchService>().RunAsync(CancellationToken.None));
        await WorkAsync();
    }

    public Task HandleAsync(QueueMessage message) => message.Queue switch
    {
        Queues.Polls => Get<PollFeeds>().RunAsync(PollMessages.ReadPollShard(message.Body), message.Id, CancellationToken.None),
        Queues.NewItems => Get<MatchItems>().RunAsync(PollMessages.ReadMatchBatch(message.Body), CancellationToken.None),
        _ => Get<SendAlerts>().RunAsync(DeliveryMessages.Read(message.Body), message.Id, CancellationToken.None),
    };

    public async Task<QueueMessage?> NextAsync()
    {
        foreach (var queue in Queues.All)
        {
            if (await Queue.ReceiveAsync(queue, 1, TimeSpan.FromMinutes(1), CancellationToken.None) is [var message])
            {
                return message;
            }
        }

        return null;
    }

    public void Dispose() => _services.Dispose();

    /// <summary>Does some work; a crash is followed by a new start.</summary>
    public async Task SurvivingAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (ProcessEndedException)
        {
            Crashes++;
            await _services.DisposeAsync();
            _services = Build();
            Queue.ReleaseHeld();
            await SurvivingAsync(() => Get<SchedulePolls>().RunAsync(CancellationToken.None));
        }
    }

    private void Count()
    {
        if (_writesUntilCrash > 0 && --_writesUntilCrash == 0)
        {
            throw new ProcessEndedException();
        }
    }

    private ServiceProvider Build()
    {
        var collection = new ServiceCollection().AddNewsAlerts(_configuration).AddPages();
        if (_guard is not null)
        {
            collection.AddSingleton(_guard);
        }

        var services = collection
            .RemoveAll<IChannel>()
            .AddSingleton<IChannel>(Channel)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IDocumentStore>(Documents)
            .AddSingleton<IMessageQueue>(Queue)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .BuildServiceProvider();
        services.GetRequiredService<PublicSite>().Open();
        return services;
    }

    private sealed class ProcessEndedException : Exception;
}
