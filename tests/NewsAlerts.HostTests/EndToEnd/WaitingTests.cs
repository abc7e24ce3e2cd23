using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;
using ConfigurationFile = NewsAlerts.Local.Commands.Configuring.ConfigurationFile;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>
/// Very many alerts wait for one destination until its quiet hours end: 20,000 on files, 5,000 on Azurite, or as many as
/// <c>WAITING_ALERTS</c> says.
/// </summary>
public sealed class WaitingTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryPlace]
    public async Task Send_ManyWaited_EachOnceAndMemoryDoesNotGrowWithThem(Place place)
    {
        var count = Environment.GetEnvironmentVariable("WAITING_ALERTS") is { } many
            ? int.Parse(many, CultureInfo.InvariantCulture)
            : place == Place.Azure ? 5_000 : 20_000;
        using var installation = await azurite.InstallAsync(place, Configuration);
        var configuration = ConfigurationFile.Load(installation.Config).Result.Configuration;
        Assert.NotNull(configuration);
        var (channel, time, where, clock) = (new CountingChannel(), new ManualTime(), installation.Place, Stopwatch.StartNew());
        await using var services = new ServiceCollection()
            .AddNewsAlerts(configuration)
            .AddLogging()
            .RemoveAll<IChannel>()
            .AddSingleton<IChannel>(channel)
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IDocumentStore>(where.Documents)
            .AddSingleton(where.Queues)
            .AddSingleton<IEmailTransport>(new OutboxTransport(where.Outbox))
            .BuildServiceProvider();
        var states = services.GetRequiredService<DestinationStates>();
        await Burst.BringAsync(
            services.GetRequiredService<ItemArchive>(), services.GetRequiredService<StepMessages>(), time.GetUtcNow(), 0, count, "News", Token);
        await WorkAsync(services);
        Assert.Equal((count, 0), ((await states.ReadAsync("desk", Token))?.Undelivered, channel.Messages));
        var came = clock.Elapsed;

        var before = GC.GetTotalMemory(forceFullCollection: true);
        time.Advance(TimeSpan.FromHours(5));
        Assert.Equal(1, await services.GetRequiredService<SendDigests>().RunAsync(Token));
        await WorkAsync(services);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} waited on {place}: came in {came.TotalSeconds:0} s, went in {(clock.Elapsed - came).TotalSeconds:0} s as {channel.Messages} messages; {(channel.PeakBytes - before) / 1e6:0.0} MB more at the most; {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB peak of the process"));
        Assert.Equal((count, count), (channel.Alerts, channel.Different));
        Assert.Equal(0, (await states.ReadAsync("desk", Token))?.Undelivered);
        Assert.Empty(await where.Documents.ListAsync("waiting/", Token).ToListAsync(Token));
        Assert.Empty(await installation.PoisonAsync(Token));
        Assert.InRange(channel.PeakBytes - before, long.MinValue, 40_000_000);
    }

    private static async Task WorkAsync(ServiceProvider services)
    {
        var queue = services.GetRequiredService<IMessageQueue>();
        while (await queue.ReceiveAsync(Queues.Alerts, 16, Hold, Token) is { Count: > 0 } received)
        {
            foreach (var message in received)
            {
                await services.WorkAsync(message, Token);
                await queue.DeleteAsync(message, Token);
            }
        }
    }

    // The clock begins at 9:26.
    private const string Configuration = """
        settings: { contact: ops@example.org }
        feeds:
          - { url: 'https://news.example/feed' }
        rules:
          - { name: News, when: taiwan, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: 'https://desk.example/hook', quiet: '09:00-12:00' }
        """;
}
