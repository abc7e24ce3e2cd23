using Microsoft.Playwright;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Channels.Timing;
using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Email;

/// <summary>
/// The email as a browser shows it. With <c>PICTURES=.github/images</c> (any folder) in the environment, its pictures
/// are written there.
/// </summary>
public class EmailPictureTests(ChromiumFixture chromium)
{
    private static readonly Destination Me = new()
    {
        Name = "me",
        Type = "email",
        To = "me@example.org",
        Timing = new DeliveryTiming { TimeZone = "Europe/Berlin" },
    };

    private static readonly IReadOnlyList<Alert> Story =
    [
        Samples.Lavrov,
        Samples.Lit(
            new Item
            {
                Title = "Moscow backs Beijing over Taiwan, Sergei Lavrov tells Tass",
                Link = "https://meridian.example/lavrov-tass",
                Published = Samples.Now.AddMinutes(-14),
                Summary = "Russia regards Taiwan as a part of China and supports Beijing on the question, Foreign Minister Sergei "
                    + "Lavrov said in an interview with the state agency Tass. He also spoke of Japan's militarization.",
            },
            "Meridian World",
            [new AlertRule("Lavrov on Taiwan", "Lavrov AND Taiwan")],
            "Lavrov", "Taiwan"),
    ];

    [Theory]
    [InlineData("phone", 360, ColorScheme.Light)]
    [InlineData("phone", 360, ColorScheme.Dark)]
    [InlineData("desktop", 760, ColorScheme.Light)]
    [InlineData("desktop", 760, ColorScheme.Dark)]
    public async Task Html_AtAnyWidthAndColour_ReadableAndWithoutRemoteContent(string device, int width, ColorScheme colours)
    {
        var page = await ShowAsync(Story, width, colours, links: Samples.Links with { Manage = null });
        await using var context = page.Context;

        await AssertReadableAsync(page, width);
        var background = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        Assert.Equal(colours == ColorScheme.Dark ? "rgb(22, 24, 28)" : "rgb(242, 243, 245)", background);
        await KeepAsync(page, $"alert-email-{device}-{colours}");
    }

    [Fact]
    public async Task Html_RightToLeftNews_ReadsFromTheRight()
    {
        var page = await ShowAsync([Samples.Arabic, Samples.Lavrov], 360, ColorScheme.Light);
        await using var context = page.Context;

        await AssertReadableAsync(page, 360);
        // The place of a line's start within its block: at the right for Arabic, at the left for English.
        var starts = await page.EvaluateAsync<bool[]>(
            """
            [...document.querySelectorAll('.title')].map(title => {
              const range = document.createRange();
              range.selectNodeContents(title);
              const first = range.getClientRects()[0], block = title.parentElement.getBoundingClientRect();
              return block.right - first.right < first.left - block.left;
            })
            """);
        Assert.Equal([true, false], starts);
    }

    [Fact]
    public async Task Html_WordWithoutEnd_StaysWithinThePhone()
    {
        var word = new string('x', 900);
        var alert = Samples.Lavrov with { Item = new Item { Title = word, Summary = word }, Matched = [], Rules = [new AlertRule(word, word)] };

        var page = await ShowAsync([alert], 360, ColorScheme.Light);
        await using var context = page.Context;

        await AssertReadableAsync(page, 360);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Html_Digest_Readable(ColorScheme colours)
    {
        var page = await ShowAsync([.. Story, Samples.Japanese], 360, colours, Samples.Digest);
        await using var context = page.Context;

        await AssertReadableAsync(page, 360);
    }

    [Theory]
    [InlineData("phone", 360, ColorScheme.Light)]
    [InlineData("phone", 360, ColorScheme.Dark)]
    [InlineData("desktop", 760, ColorScheme.Light)]
    [InlineData("desktop", 760, ColorScheme.Dark)]
    public async Task Html_InGermanWithLinks_Readable(string device, int width, ColorScheme colours)
    {
        var page = await ShowAsync([.. Story, Samples.Arabic], width, colours, Samples.Digest, Me with { Language = "de" }, Samples.Links);
        await using var context = page.Context;

        await AssertReadableAsync(page, width);
        await KeepAsync(page, $"german-email-{device}-{colours}");
    }

    private async Task<IPage> ShowAsync(
        IReadOnlyList<Alert> alerts, int width, ColorScheme colours, Digest? digest = null, Destination? destination = null, ReaderLinks? links = null)
    {
        var page = await chromium.OpenAsync(width, colours);
        await page.SetContentAsync(EmailHtml.Of(EmailText.Of(destination ?? Me, Samples.Delivery(alerts) with { Digest = digest, Links = links })));
        return page;
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
        {
            var path = Path.Combine(folder, $"{name.ToLowerInvariant()}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        }
    }

    internal static async Task AssertReadableAsync(IPage page, int width)
    {
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        Assert.Empty(await page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(entry => entry.name)"));
        var packages = await NodeScript.InstallAsync();
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Content = await File.ReadAllTextAsync(Path.Combine(packages, "node_modules", "axe-core", "axe.min.js")) });
        var violations = await page.EvaluateAsync<string[]>(
            """
            axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(results => results.violations.map(
              violation => `${violation.id}: ${violation.nodes.map(node => node.html + node.failureSummary).join(' ')}`))
            """);
        Assert.Empty(violations);
    }
}
