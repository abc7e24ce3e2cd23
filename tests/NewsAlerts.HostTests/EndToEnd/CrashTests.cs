using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Channels.Email;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;
using NewsAlerts.Pipeline;
using NewsAlerts.Storage;
using ConfigurationFile = NewsAlerts.Local.Commands.ConfigurationFile;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>
/// What the kill test finds by chance, without chance: the four steps end before each of their operations on the
/// storage in turn, and whoever comes after them finishes the work.
/// </summary>
public sealed class CrashTests
{
    private const int Operations = 100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_EndBeforeAnyOperation_NothingLostAndOnlyWhatWasInFlightRepeats()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/world.xml", News(1), News(2), News(3));
        web.Serve("/asia.xml", News(3), News(4));
        var crashes = 0;
        for (var crashed = true; crashed; crashes++)
        {
            Assert.True(crashes < Operations, "the steps should have come to their end");
            var hook = $"/hook{crashes}";
            web.Answer(hook, StatusCodes.Status204NoContent);
            using var installation = new Installation(Configuration(web, hook));

            crashed = await WorkAsync(installation, new CrashPoint(crashes));
            var before = web.RequestsTo(hook).Count;
            Assert.False(await WorkAsync(installation, new CrashPoint(int.MaxValue)));

            var requests = web.RequestsTo(hook);
            var deliveries = requests.DistinctBy(request => request.Headers["webhook-id"]).ToList();
            Assert.InRange(requests.Count - deliveries.Count, 0, before > 0 ? 1 : 0);
            Assert.Equal(
                ["News 1", "News 2", "News 3", "News 4"],
                deliveries.SelectMany(delivery => delivery.Titles()).Order(StringComparer.Ordinal));
            Assert.Empty(await installation.PoisonAsync(Token));
        }

        Assert.True(crashes > 20, $"only {crashes} operations");
    }

    /// <summary>Works until nothing is left to do. Returns whether the point came first.</summary>
    private static async Task<bool> WorkAsync(Installation installation, CrashPoint point)
    {
        var configuration = ConfigurationFile.Load(installation.Config).Result.Configuration;
        Assert.NotNull(configuration);
        var data = installation.Data;
        using var running = data.BeginRun();
        await using var services = new ServiceCollection()
            .AddNewsAlerts(configuration)
            .AddLogging()
            .AddSingleton<IDocumentStore>(new CrashingDocuments(data.Documents, point))
            .AddSingleton<IMessageQueue>(new CrashingQueues(data.Queues, point))
            .AddSingleton<IEmailTransport>(new OutboxTransport(data.Outbox))
            .BuildServiceProvider();
        try
        {
            await services.GetRequiredService<SchedulePolls>().RunAsync(Token);
            while (await WorkOnOneAsync(services))
            {
            }

            return false;
        }
        catch (IOException) when (point.IsReached)
        {
            return true;
        }
    }

    private static async Task<bool> WorkOnOneAsync(ServiceProvider services)
    {
        var queue = services.GetRequiredService<IMessageQueue>();
        foreach (var name in Queues.All)
        {
            foreach (var message in await queue.ReceiveAsync(name, 1, TimeSpan.FromMinutes(1), Token))
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
