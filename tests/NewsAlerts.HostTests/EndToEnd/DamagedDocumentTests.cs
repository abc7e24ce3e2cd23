using Microsoft.AspNetCore.Http;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.EndToEnd;

/// <summary>A disk or a power cut has left zeros in the place of a document.</summary>
public sealed class DamagedDocumentTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Place.Files, "destinations/")]
    [InlineData(Place.Files, "shards/")]
    [InlineData(Place.Files, "seen/")]
    [InlineData(Place.Files, "told/")]
    [InlineData(Place.Files, "archive/")]
    [InlineData(Place.Files, "deliveries/")]
    [InlineData(Place.Azure, "destinations/")]
    [InlineData(Place.Azure, "shards/")]
    public async Task Run_ZeroedDocument_IsSetAsideAndNamedAndTheRestGoesOn(Place place, string kind)
    {
        await using var web = await LocalWeb.StartAsync();
        web.Answer("/hook", StatusCodes.Status204NoContent);
        web.Serve("/world.xml", News(1));
        using var installation = await azurite.InstallAsync(place, Configuration(web));
        Assert.Equal(0, (await installation.RunOnceAsync(Token)).ExitCode);
        var name = (await installation.Place.Documents.ListAsync(kind, Token).FirstAsync(Token)).Name;
        await ZeroAsync(installation, place, name);

        web.Serve("/world.xml", News(1), News(2));
        await Task.Delay(TimeSpan.FromSeconds(1.1), Token);
        var run = await installation.RunOnceAsync(Token);
        var status = string.Join(' ', (await installation.StatusAsync(Token)).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        web.Serve("/world.xml", News(1), News(2), News(3));
        await Task.Delay(TimeSpan.FromSeconds(1.1), Token);
        var next = await installation.RunOnceAsync(Token);

        var isNeeded = kind is not ("archive/" or "deliveries/");
        Assert.Equal(isNeeded ? 3 : 0, run.ExitCode);
        if (isNeeded)
        {
            Assert.Contains($"The document {name} could not be read and was set aside as damaged/{name}", run.Error, StringComparison.Ordinal);
            Assert.Contains($"damaged/{name}", status, StringComparison.Ordinal);
        }

        Assert.Equal(0, next.ExitCode);
        Assert.DoesNotContain("could not be read and was set aside", next.Error, StringComparison.Ordinal);
        var titles = web.RequestsTo("/hook").SelectMany(request => request.Titles()).ToList();
        Assert.Equal(["News 1", "News 2", "News 3"], titles.Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(titles.Count, 3, kind == "told/" ? 4 : 3);
    }

    private static async Task ZeroAsync(Installation installation, Place place, string name)
    {
        if (place == Place.Azure)
        {
            await installation.Place.Documents.WriteAsync(name, new byte[512], WriteCondition.None, null, Token);
        }
        else
        {
            var path = Path.Combine(installation.Data.Path, "documents", name);
            await File.WriteAllBytesAsync(path, new byte[new FileInfo(path).Length], Token);
        }
    }

    private static NewsItem News(int number) => new($"News {number}", $"https://news.example.org/{number}");

    private static string Configuration(LocalWeb web) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
          - { url: '{{web["/world.xml"]}}', every: 1s }
        rules:
          - { name: News, when: news, notify: [desk] }
        destinations:
          - { name: desk, type: webhook, url: '{{web["/hook"]}}' }
        """;
}
