using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Channels.Email;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;
using NewsAlerts.Polling;
using NewsAlerts.Storage;
using ConfigurationFile = NewsAlerts.Local.Commands.Configuring.ConfigurationFile;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>
/// What the kill test finds by chance, without chance: the four steps end before each of their operations on the
/// storage in turn, and whoever comes after them finishes the work.
/// </summary>
public sealed class CrashTests(AzuriteFixture azurite)
{
    private const int AtOnce = 4;

    // Longer than a step takes; what a process held that has ended comes back after it, where nothing releases it before.
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryPlace]
    public async Task Steps_EndBeforeAnyOperation_NothingLostAndOnlyWhatWasInFlightRepeats(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/world.xml", News(1), News(2), News(3));
        web.Serve("/asia.xml", News(3), News(4));
        var operations = await CrashAsync(web, place, int.MaxValue);
        Assert.InRange(operations, 21, 100);

        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Token };
        await Parallel.ForAsync(0, operations, limit, async (crash, _) => Assert.Equal(crash, await CrashAsync(web, place, crash)));
    }

    /// <summary>Lets the steps end before an operation, and others finish the work. Returns how many there were until then.</summary>
    private async Task<int> CrashAsync(LocalWeb web, Place place, int operations)
    {
        var hook = $"/hook{operations}";
        web.Answer(hook, StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(place, Configuration(web, hook));

        var point = new CrashPoint(operations);
        await WorkAsync(installation, point);
        var before = web.RequestsTo(hook).Count;
        await WorkAsync(installation, new CrashPoint(int.MaxValue));

        var requests = web.RequestsTo(hook);
        var deliveries = requests.DistinctBy(request => request.Headers["webhook-id"]).ToList();
        Assert.InRange(requests.Count - deliveries.Count, 0, before > 0 ? 1 : 0);
        Assert.Equal(
            ["News 1", "News 2", "News 3", "News 4"],
            deliveries.SelectMany(delivery => delivery.Titles()).Order(StringComparer.Ordinal));
        Assert.Empty(await installation.PoisonAsync(Token));
        return point.Done;
    }

    /// <summary>Works until nothing is left to do, or the point comes.</summary>
    private static async Task WorkAsync(Installation installation, CrashPoint point)
    {
        var configuration = ConfigurationFile.Load(installation.Config).Result.Configuration;
        Assert.NotNull(configuration);
        var place = installation.Place;
        using var running = place.BeginRun();
        await using var services = new ServiceCollection()
            .AddNewsAlerts(configuration)
            .AddLogging()
            .AddSingleton<IDocumentStore>(new CrashingDocuments(place.Documents, point))
            .AddSingleton<IMessageQueue>(new CrashingQueues(place.Queues, point))
            .AddSingleton<IEmailTransport>(new OutboxTransport(place.Outbox))
            .BuildServiceProvider();
        try
        {
            await services.GetRequiredService<SchedulePolls>().RunAsync(Token);
            while (await WorkOnOneAsync(services) || await IsAnythingLeftAsync(place.Queues))
            {
            }
        }
        catch (IOException) when (point.IsReached)
        {
        }
    }

    private static async Task<bool> IsAnythingLeftAsync(IMessageQueue queue)
    {
        await Task.Delay(20, Token);
        foreach (var name in Queues.All)
        {
            if (await queue.CountAsync(name, Token) is not { Visible: 0, Held: 0, Delayed: 0 })
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> WorkOnOneAsync(ServiceProvider services)
    {
        var queue = services.GetRequiredService<IMessageQueue>();
        foreach (var name in Queues.All)
        {
            foreach (var message in await queue.ReceiveAsync(name, 1, Hold, Token))
            {
                await services.WorkAsync(message, Token);
                await queue.DeleteAsync(message, Token);
                return true;
            }
        }

        return false;
    }

    private static NewsItem News(int number) => new($"News {number}", $"https://news.example.org/{number}");

    private static string Configuration(LocalWeb web, string hook) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
          - { url: '{{web["/world.xml"]}}' }
          - { url: '{{web["/asia.xml"]}}' }
        rules:
          - { name: News, when: news, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: '{{web[hook]}}' }
        """;
}
