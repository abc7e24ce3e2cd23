using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Delivery.State;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>
/// What is told later: digests, and what came in quiet hours. Nobody waits for the hour: alerts that wait are made older.
/// </summary>
public sealed class HeldAlertsTests(AzuriteFixture azurite)
{
    private static readonly NewsItem Older = new("Lavrov on Taiwan", "https://news.example.org/1")
    {
        Published = TimeProvider.System.GetUtcNow().AddHours(-3),
    };

    private static readonly NewsItem Newer = new("Taiwan answers", "https://news.example.org/2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryPlace]
    public async Task Run_Digest_IsSentOnceWhenItIsDue(Place place)
    {
        var at = Clock(12);
        await using var web = await StartAsync();
        using var installation = await azurite.InstallAsync(place, Configuration(web, $"send: 'daily {at}'"));

        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);
        Assert.Empty(web.RequestsTo("/hook"));
        Assert.Contains($"next digest {at}", await StatusAsync(installation), StringComparison.OrdinalIgnoreCase);

        await MakeOlderAsync(installation, TimeSpan.FromHours(25));
        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);
        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);

        AssertDigest(Assert.Single(web.RequestsTo("/hook")));
    }

    [Theory, EveryPlace]
    public async Task Run_QuietHours_TellWhatCameInThemTogetherAfterThem(Place place)
    {
        var (now, end, before) = ($"{Clock(-2)}-{Clock(2)}", Clock(2), $"{Clock(-8)}-{Clock(-4)}");
        await using var web = await StartAsync();
        using var installation = await azurite.InstallAsync(place, Configuration(web, $"quiet: '{now}'"));

        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);
        Assert.Empty(web.RequestsTo("/hook"));
        Assert.Contains($"held until {end} (quiet hours)", await StatusAsync(installation), StringComparison.OrdinalIgnoreCase);

        await MakeOlderAsync(installation, TimeSpan.FromHours(6));
        installation.Configure(Configuration(web, $"quiet: '{before}'"));
        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);
        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);

        AssertDigest(Assert.Single(web.RequestsTo("/hook")));
    }

    private static async Task<LocalWeb> StartAsync()
    {
        var web = await LocalWeb.StartAsync();
        web.Serve("/world.xml", Older, Newer);
        web.Answer("/hook", StatusCodes.Status204NoContent);
        return web;
    }

    private static string Configuration(LocalWeb web, string timing) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
          - { url: '{{web["/world.xml"]}}', name: World wire }
        rules:
          - { name: On Taiwan, when: taiwan, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: '{{web["/hook"]}}', {{timing}} }
        """;

    private static string Clock(int hoursFromNow) =>
        TimeProvider.System.GetUtcNow().AddHours(hoursFromNow).ToString("HH':00'", CultureInfo.InvariantCulture);

    // As if so much time had passed since they came.
    private static async Task MakeOlderAsync(Installation installation, TimeSpan by) =>
        await new DestinationStates(installation.Place.Documents).UpdateAsync(
            "desk",
            (state, _) => Task.FromResult<DestinationState?>(state with
            {
                Pending = [.. state.Pending.Select(alert => alert with { At = alert.At - by })],
                Next = state.Next is { } next ? next with { At = next.At - by } : null,
            }),
            Token);

    private static async Task<string> StatusAsync(Installation installation) =>
        string.Join(' ', (await installation.StatusAsync(Token)).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void AssertDigest(ReceivedRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal("alert.digest", body.RootElement.GetProperty("type").GetString());
        Assert.Equal([Newer.Title, Older.Title], request.Titles());
    }
}
