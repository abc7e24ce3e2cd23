using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>
/// How much memory the worker takes beside its host, which decides the size of an instance. docs/azure.md repeats what this prints.
/// </summary>
public sealed class AppMemoryTests(AzuriteFixture azurite)
{
    private const int Feeds = 100;
    private const double Megabyte = 1024 * 1024;

    // What the real host (4.1037) took by itself, at the most that was seen; the rest of an instance is the worker's.
    private const double Host = 217;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(20, 512)]
    [InlineData(10_000, 2048)]
    [InlineData(100_000, 2048)]
    public async Task Worker_HundredFeedsAndTheseRules_FitsIntoTheInstance(int rules, int instance)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Answer(ManyFeeds.Hook, StatusCodes.Status204NoContent);
        for (var i = 0; i < Feeds; i++)
        {
            web.Serve(
                string.Create(CultureInfo.InvariantCulture, $"/{i}.xml"),
                Enumerable.Range(0, 30).Select(item => new NewsItem($"News {i} of {item}", $"https://news.example.org/{i}/{item}")));
        }

        using var installation = await azurite.InstallAsync(Place.Functions, Configuration(web, rules));
        await using var app = await installation.StartAppAsync(Token);
        await app.RunTimerAsync("SchedulePolls", Token);
        await app.WaitUntilIdleAsync(installation, Token);
        Assert.NotEmpty(web.RequestsTo(ManyFeeds.Hook));

        using var worker = Process.GetProcessById((await app.WorkerAsync()).Program.Id);
        var (now, most) = (worker.WorkingSet64 / Megabyte, worker.PeakWorkingSet64 / Megabyte);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Feeds} feeds, {rules} rules: the worker has {now:0} MB, at the most {most:0} MB"));
        Assert.InRange(most, 1, instance - Host);
    }

    private static string Configuration(LocalWeb web, int rules)
    {
        var yaml = new StringBuilder("settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }\nfeeds:\n");
        for (var i = 0; i < Feeds; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ url: '{web[$"/{i}.xml"]}', every: 5m }}\n");
        }

        yaml.Append("rules:\n  - { name: one, when: '\"News 1 of 1\"', notify: [desk] }\n");
        for (var i = 1; i < rules; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ name: rule {i}, when: person{i} AND (place{i % 997} OR topic{i % 89}), notify: [desk] }}\n");
        }

        return yaml.Append(CultureInfo.InvariantCulture, $"destinations:\n  - {{ name: desk, type: webhook, url: '{web[ManyFeeds.Hook]}' }}\n").ToString();
    }
}
