using MimeKit;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Running;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Storage;

/// <summary>Who can read what the local program writes: its owner, and nobody else.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Open = Folder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const UnixFileMode OpenFile = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _said = [];

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_NewFolder_IsForItsOwnerAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        using var running = await RunAsync(Data);

        AssertPrivate(Data);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task Run_FolderThatOthersCanRead_IsClosedAndSaysSoOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        (await RunAsync(Data)).Dispose();
        OpenUp(Data);

        (await RunAsync(Data)).Dispose();
        (await RunAsync(Data)).Dispose();

        AssertPrivate(Data);
        Assert.Equal($"{Data} could be read by others, with the addresses and emails in it: now only its owner can read it.", Assert.Single(_said));
    }

    [Fact]
    public async Task Run_FolderWithOtherThings_LeavesThemAndWhatLinksLeadTo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        (await RunAsync(Data)).Dispose();
        OpenUp(Data);
        var other = Path.Combine(Data, "alerts.yaml");
        var outside = Path.Combine(_folder.Path, "outside");
        await File.WriteAllTextAsync(other, "feeds: []", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(outside, "", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(other, OpenFile);
        File.SetUnixFileMode(outside, OpenFile);
        File.CreateSymbolicLink(Path.Combine(Data, "documents", "link"), outside);

        (await RunAsync(Data)).Dispose();

        Assert.Equal(OpenFile, File.GetUnixFileMode(other));
        Assert.Equal(OpenFile, File.GetUnixFileMode(outside));
        Assert.Equal(Open, File.GetUnixFileMode(Data));
        Assert.Equal(Folder, File.GetUnixFileMode(Path.Combine(Data, "documents")));
        Assert.Single(_said);
    }

    private async Task<IDisposable> RunAsync(string path)
    {
        var token = TestContext.Current.CancellationToken;
        var place = new DataFolder(path, TimeProvider.System);
        var running = place.BeginRun(_said.Add);
        await place.Documents.WriteAsync("subscribers/one", "ada@example.org"u8.ToArray(), WriteCondition.None, null, token);
        await place.Queues.SendAsync(NewsAlerts.Storage.Queues.Alerts, "{}"u8.ToArray(), TimeSpan.Zero, token);
        using var email = new MimeMessage { Body = new TextPart("html") { Text = "<p>Taiwan</p>" } };
        await new OutboxTransport(place.Outbox).SendAsync(email, token);
        return running;
    }

    private static IEnumerable<string> Everything(string path) =>
        Directory.EnumerateFileSystemEntries(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Append(path);

    private static void OpenUp(string path)
    {
        foreach (var entry in Everything(path).Where(_ => !OperatingSystem.IsWindows()))
        {
            File.SetUnixFileMode(entry, Directory.Exists(entry) ? Open : OpenFile);
        }
    }

    private static void AssertPrivate(string path)
    {
        var entries = Everything(path).ToList();
        Assert.Contains(entries, entry => entry.EndsWith(".eml", StringComparison.Ordinal));
        Assert.All(entries.Where(_ => !OperatingSystem.IsWindows()), entry => Assert.Equal(
            Directory.Exists(entry) ? Folder : UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(entry)));
    }
}
