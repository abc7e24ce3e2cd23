using Microsoft.Playwright;
using NewsAlerts.Subscriptions;
using NewsAlerts.Tests.Support;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Tests.Web.Pages;

/// <summary>
/// Every page as a browser shows it: on a phone in dark colours, on a desktop in light ones, some in both on both. With
/// <c>PICTURES=.github/images</c> (any folder) in the environment, the pictures of the README are written there; with
/// <c>PAGE_PICTURES</c>, those of all pages.
/// </summary>
public sealed class PagePictureTests(ChromiumFixture chromium) : IDisposable
{
    private const string Shown = "subscribe";

    private static readonly (string, string)[] Wrong =
        [("what", "query"), ("query", "Lavrov AND (Taiwan OR \"China Sea"), ("send", "daily"), ("time", "8"), ("timeZone", "Europe/Berln"), ("address", "ada"), ("language", "en")];

    private readonly ReaderPages _pages = new();

    public void Dispose() => _pages.Dispose();

    public static TheoryData<string, int, ColorScheme> All
    {
        get
        {
            var data = new TheoryData<string, int, ColorScheme>();
            foreach (var page in Pages.Keys)
            {
                data.Add(page, 390, ColorScheme.Dark);
                data.Add(page, 1280, ColorScheme.Light);
                if (page is Shown or "subscribe-mistakes" or "manage")
                {
                    data.Add(page, 390, ColorScheme.Light);
                    data.Add(page, 1280, ColorScheme.Dark);
                }
            }

            return data;
        }
    }

    private static readonly Dictionary<string, Func<ReaderPages, Task<PageAnswer>>> Pages = new()
    {
        [Shown] = pages => pages.GetAsync(
            "/subscriptions?what=query&query=Lavrov+AND+Taiwan&send=daily&time=08:00&timeZone=Europe/Berlin&address=ada@example.org"),
        ["subscribe-empty"] = pages => pages.GetAsync("/subscriptions"),
        ["subscribe-weekly"] = pages => pages.GetAsync("/subscriptions?send=weekly+fri+07:30"),
        ["subscribe-german"] = pages => pages.GetAsync("/subscriptions", "de"),
        ["subscribe-french"] = pages => pages.GetAsync("/subscriptions", "fr"),
        ["subscribe-spanish"] = pages => pages.GetAsync("/subscriptions", "es"),
        ["subscribe-mistakes"] = pages => pages.PostAsync("/subscriptions", form: Wrong),
        ["subscribe-mistakes-german"] = pages => pages.PostAsync("/subscriptions?lang=de", form: Wrong),
        ["subscribe-doubtful"] = pages => SubscribeAsync(pages, "lavrov and taiwan"),
        ["subscribe-accepted"] = pages => SubscribeAsync(pages, ReaderPages.Query),
        ["subscribe-accepted-long"] = pages => SubscribeAsync(pages, string.Join(" OR ", Enumerable.Range(0, 24).Select(i => $"semiconductor{i}"))),
        ["subscribe-accepted-arabic"] = pages => SubscribeAsync(pages, "(لافروف OR \"وزير الخارجية\") AND تايوان"),
        ["subscribe-arabic-mistake"] = pages => SubscribeAsync(pages, "(لافروف AND تايوان"),
        ["subscribe-word-without-end"] = pages => SubscribeAsync(pages, new string('x', 400)),
        ["link"] = pages => pages.GetAsync("/subscriptions/link"),
        ["wrong-link"] = pages => pages.GetAsync("/subscriptions/manage?token=x"),
        ["manage"] = async pages =>
        {
            await AddThreeAsync(pages);
            return await pages.GetAsync(ReaderPages.PathOf(pages.Links.Manage(ReaderPages.Reader)));
        },
        ["manage-change"] = async pages =>
        {
            await AddThreeAsync(pages);
            return await pages.GetAsync(ReaderPages.PathOf(pages.Links.Manage(ReaderPages.Reader)) + "&change=b1");
        },
        ["manage-saved"] = async pages =>
        {
            await AddThreeAsync(pages);
            return await pages.PostAsync(ReaderPages.PathOf(pages.Links.Manage(ReaderPages.Reader)), form: [("action", "remove"), ("id", "b1")]);
        },
        ["forget"] = async pages =>
        {
            await AddThreeAsync(pages);
            return await pages.GetAsync(ReaderPages.PathOf(pages.Links.Manage(ReaderPages.Reader)) + "&forget=1");
        },
        ["confirm"] = async pages =>
        {
            await SubscribeAsync(pages, ReaderPages.Query);
            return await pages.GetAsync((await pages.TakeLinksAsync())[0]);
        },
        ["confirmed"] = async pages =>
        {
            await SubscribeAsync(pages, ReaderPages.Query);
            return await pages.PostAsync((await pages.TakeLinksAsync())[0]);
        },
        ["ended"] = async pages =>
        {
            await SubscribeAsync(pages, ReaderPages.Query);
            var link = (await pages.TakeLinksAsync())[0];
            pages.Time.Advance(TimeSpan.FromHours(48));
            return await pages.GetAsync(link);
        },
        ["unsubscribe"] = async pages =>
        {
            await AddThreeAsync(pages);
            return await pages.GetAsync(ReaderPages.PathOf(pages.Links.Of(ReaderPages.Reader, "b1")?.Unsubscribe));
        },
        ["unsubscribed"] = async pages =>
        {
            await AddThreeAsync(pages);
            return await pages.PostAsync(ReaderPages.PathOf(pages.Links.Of(ReaderPages.Reader, "b1")?.Unsubscribe), form: [("action", "stop")]);
        },
        ["unsubscribe-undone"] = async pages =>
        {
            await AddThreeAsync(pages);
            var link = ReaderPages.PathOf(pages.Links.Of(ReaderPages.Reader, "b1")?.Unsubscribe);
            await pages.PostAsync(link, form: [("action", "stop")]);
            return await pages.PostAsync(link, form: [("action", "undo")]);
        },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_AtAnyWidthAndColour_PassesAxeAndFits(string name, int width, ColorScheme colours)
    {
        var answer = await Pages[name](_pages);
        var page = await chromium.OpenAsync(width, colours);
        await using var context = page.Context;
        await page.SetContentAsync(ReaderPages.TextOf(answer));

        foreach (var folder in new[] { name == Shown ? "PICTURES" : "", "PAGE_PICTURES" }.Select(Folder).OfType<string>())
        {
            var file = $"page-{name}-{(width < 500 ? "phone" : "desktop")}-{colours.ToString().ToLowerInvariant()}.png";
            var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            var shown = Math.Min(width, 760);
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(folder, file),
                FullPage = true,
                Clip = new Clip { X = (width - shown) / 2, Width = shown, Height = height },
            });
        }

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        Assert.Empty(await page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(entry => entry.name)"));
        var packages = await NodeScript.InstallAsync();
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Content = await File.ReadAllTextAsync(Path.Combine(packages, "node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken) });
        var violations = await page.EvaluateAsync<string[]>(
            """
            axe.run().then(results => results.violations.map(
              violation => `${violation.id}: ${violation.nodes.map(node => node.html + node.failureSummary).join(' ')}`))
            """);
        Assert.Empty(violations);
    }

    [Fact]
    public async Task Form_OnceADay_TimeStandsBelowThatChoice()
    {
        var answer = await Pages[Shown](_pages);
        var page = await chromium.OpenAsync(390, ColorScheme.Light);
        await using var context = page.Context;
        await page.SetContentAsync(ReaderPages.TextOf(answer));

        var tops = await page.EvaluateAsync<double[]>(
            "['send-daily', 'time', 'send-weekly'].map(id => document.getElementById(id).getBoundingClientRect().top)");

        Assert.Equal(tops.Order(), tops);
    }

    private static string? Folder(string variable) =>
        variable.Length > 0 && Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder ? folder : null;

    private static Task<PageAnswer> SubscribeAsync(ReaderPages pages, string query) => pages.PostAsync(
        "/subscriptions",
        form: [("what", "query"), ("query", query), ("send", "immediate"), ("timeZone", "Europe/Berlin"), ("address", ReaderPages.Address), ("language", "en")]);

    private static Task<Subscriber?> AddThreeAsync(ReaderPages pages) => pages.AddAsync(
        ReaderPages.Subscribed("a1"),
        ReaderPages.Subscribed("b1", "(cholera OR mpox) NOT rumour*") with { Send = "weekly mon 08:00" },
        ReaderPages.Subscribed("c1") with { Query = null, Rule = "Climate talks", Send = "daily 07:30" });
}
