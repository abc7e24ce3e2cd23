using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Archive;
using NewsAlerts.Channels.Email;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;
using NewsAlerts.Web;
using ConfigurationFile = NewsAlerts.Local.Commands.Configuring.ConfigurationFile;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>
/// The crash test where more waits than one document holds: long names of rules make pages of a few alerts. The first message
/// goes at once, and what comes in the next seconds waits for its group, on pages.
/// </summary>
public sealed class CrashPagesTests(AzuriteFixture azurite)
{
    private const int AtOnce = 4;
    private const int Alerts = 150;

    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(2);
    private static readonly string Rule = new('r', 2_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryPlace]
    public async Task Send_EndsBeforeAnyOperation_NothingLostAndOnlyWhatWasInFlightRepeats(Place place)
    {
        await using var web = await LocalWeb.StartAsync();
        var operations = await CrashAsync(web, place, int.MaxValue);
        Assert.InRange(operations, 30, 150);

        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Token };
        await Parallel.ForAsync(0, operations, limit, async (crash, _) => await CrashAsync(web, place, crash));
    }

    /// <summary>Lets the step end before an operation, and another finish the work. Returns how many there were until then.</summary>
    private async Task<int> CrashAsync(LocalWeb web, Place place, int operations)
    {
        var hook = $"/hook{operations}";
        web.Answer(hook, StatusCodes.Status204NoContent);
        using var installation = await azurite.InstallAsync(place, Configuration(web, hook));
        var where = installation.Place;
        await Burst.BringAsync(
            new ItemArchive(where.Documents), new StepMessages(where.Queues), TimeProvider.System.GetUtcNow(), 0, Alerts, Rule, Token);

        var point = new CrashPoint(operations);
        await WorkAsync(installation, point);
        var before = web.RequestsTo(hook).Count;
        await WorkAsync(installation, new CrashPoint(int.MaxValue));

        var requests = web.RequestsTo(hook);
        var deliveries = requests.DistinctBy(request => request.Headers["webhook-id"]).ToList();
        Assert.InRange(requests.Count - deliveries.Count, 0, before > 0 ? 1 : 0);
        Assert.Equal(
            Burst.Ids(0, Alerts).Order(StringComparer.Ordinal),
            deliveries.SelectMany(delivery => delivery.AlertIds()).Order(StringComparer.Ordinal));
        Assert.Empty(await installation.PoisonAsync(Token));
        return point.Done;
    }

    private static async Task WorkAsync(Installation installation, CrashPoint point)
    {
        var configuration = ConfigurationFile.Load(installation.Config).Result.Configuration;
        Assert.NotNull(configuration);
        var place = installation.Place;
        using var running = place.BeginRun();
        await using var services = new ServiceCollection()
            .AddNewsAlerts(configuration)
            .AddPages()
            .AddLogging()
            .AddSingleton<IDocumentStore>(new CrashingDocuments(place.Documents, point))
            .AddSingleton<IMessageQueue>(new CrashingQueues(place.Queues, point))
            .AddSingleton<IEmailTransport>(new OutboxTransport(place.Outbox))
            .BuildServiceProvider();
        var queue = services.GetRequiredService<IMessageQueue>();
        try
        {
            while (await place.Queues.CountAsync(Queues.Alerts, Token) is not { Visible: 0, Held: 0, Delayed: 0 })
            {
                var received = await place.Queues.CountAsync(Queues.Alerts, Token) is { Visible: > 0 }
                    ? await queue.ReceiveAsync(Queues.Alerts, 1, Hold, Token)
                    : [];
                foreach (var message in received)
                {
                    await services.WorkAsync(message, Token);
                    await queue.DeleteAsync(message, Token);
                }

                await Task.Delay(received.Count == 0 ? 50 : 0, Token);
            }
        }
        catch (IOException) when (point.IsReached)
        {
        }
    }

    private static string Configuration(LocalWeb web, string hook) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
          - { url: '{{web["/feed"]}}' }
        rules:
          - { name: {{Rule}}, when: taiwan, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: '{{web[hook]}}', group: 2s }
        """;
}
