using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Channels.Email;
using NewsAlerts.Delivery;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;
using NewsAlerts.Polling;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;
using ConfigurationFile = NewsAlerts.Local.Commands.Configuring.ConfigurationFile;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>A clock was wrong for one run, and is right again.</summary>
public sealed class WrongClockTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(30)]
    [InlineData(3)]
    public async Task Run_ClockWasAheadOnce_EverythingGoesOnAtOnce(int days)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Answer("/well", StatusCodes.Status204NoContent);
        web.Answer("/ill", StatusCodes.Status503ServiceUnavailable);
        web.Answer("/digest", StatusCodes.Status204NoContent);
        web.Serve("/world.xml", News(1));
        using var installation = new Installation(Configuration(web));

        // It polls, is refused, groups, and holds an alert back for the digest; a process ends in the middle of its work.
        var ahead = new ManualTime();
        ahead.Advance(TimeSpan.FromDays(days));
        await WorkAsync(installation, ahead);
        web.Serve("/world.xml", News(1), News(2));
        ahead.Advance(TimeSpan.FromMinutes(1));
        await WorkAsync(installation, ahead);
        Assert.Empty(web.RequestsTo("/digest"));

        var right = new ManualTime();
        right.Advance(TimeSpan.FromMinutes(2));
        web.Answer("/ill", StatusCodes.Status204NoContent);
        web.Serve("/world.xml", News(1), News(2), News(3));
        await WorkAsync(installation, right);
        right.Advance(TimeSpan.FromHours(27));
        await WorkAsync(installation, right);

        Assert.Equal(["News 1", "News 2", "News 3"], Titles("/well"));
        Assert.Equal(["News 1", "News 2", "News 3"], Titles("/digest"));
        Assert.Equal(["News 1", "News 2", "News 3"], Titles("/ill").Distinct());

        IEnumerable<string> Titles(string path) => web.RequestsTo(path).SelectMany(request => request.Titles()).Order(StringComparer.Ordinal);
    }

    private static async Task WorkAsync(Installation installation, ManualTime time)
    {
        var configuration = ConfigurationFile.Load(installation.Config).Result.Configuration;
        Assert.NotNull(configuration);
        var place = new DataFolder(installation.Data.Path, time);
        using var running = place.BeginRun();
        await using var services = new ServiceCollection()
            .AddNewsAlerts(configuration)
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IDocumentStore>(place.Documents)
            .AddSingleton<IMessageQueue>(place.Queues)
            .AddSingleton<IEmailTransport>(new OutboxTransport(place.Outbox))
            .BuildServiceProvider();
        await services.GetRequiredService<SchedulePolls>().RunAsync(Token);
        await services.GetRequiredService<SendDigests>().RunAsync(Token);
        foreach (var name in Queues.All)
        {
            while (await place.Queues.ReceiveAsync(name, 1, TimeSpan.FromMinutes(1), Token) is [var message])
            {
                await services.WorkAsync(message, Token);
                await place.Queues.DeleteAsync(message, Token);
            }
        }
    }

    private static NewsItem News(int number) => new($"News {number}", $"https://news.example.org/{number}");

    private static string Configuration(LocalWeb web) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
          - { url: '{{web["/world.xml"]}}', every: 1m }
        rules:
          - { name: News, when: news, notify: [well, ill, digest] }
        destinations:
          - { name: well, type: webhook, url: '{{web["/well"]}}' }
          - { name: ill, type: webhook, url: '{{web["/ill"]}}', group: 0s }
          - { name: digest, type: webhook, url: '{{web["/digest"]}}', send: 'daily 08:00' }
        """;
}
