using Microsoft.Playwright;
using NewsAlerts.Tests.Support;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace NewsAlerts.Tests.Support;

/// <summary>
/// One Chromium for all tests, the system's own, started for the first that asks for it. Where there is none, those tests
/// are skipped; with <c>CI=true</c> in the environment they fail.
/// </summary>
public sealed class ChromiumFixture : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _running = new(StartAsync);

    /// <summary>An empty page of that width, in a browser that prefers these colours; disposing its context ends it.</summary>
    internal async Task<IPage> OpenAsync(int width, ColorScheme colours)
    {
        if (Path is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "Chromium is not installed.");
            throw new InvalidOperationException($"Chromium is not installed: none of {string.Join(", ", Names)} is on the path.");
        }

        var (_, browser) = await _running.Value;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 200 },
            ColorScheme = colours,
            DeviceScaleFactor = 2,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var (playwright, browser) = await _running.Value;
            await browser.CloseAsync();
            playwright.Dispose();
        }
    }

    private static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            // It shows nothing but our own pages, and root, as containers have it, gets no sandbox.
            Args = ["--no-sandbox"],
        });
        return (playwright, browser);
    }
}
