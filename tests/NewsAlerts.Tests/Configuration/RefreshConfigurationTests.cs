using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Configuration;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Configuration;

public sealed class RefreshConfigurationTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualTime _time = new();
    private readonly MemoryDocuments _documents;
    private readonly Process _first;
    private string? _file = Named("of the file");
    private int _writes;

    public RefreshConfigurationTests()
    {
        _documents = new MemoryDocuments(_ => _writes++);
        _first = Start();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_NoDocument_UsesFile()
    {
        var state = await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal(("alerts.yaml", "of the file"), (state.Origin, _first.Rule));
        Assert.Empty(state.Mistakes);
        state.Demand();
    }

    [Fact]
    public async Task RunAsync_Document_GoesBeforeFile()
    {
        await WriteAsync(Named("of the document"));

        var state = await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal(("config/alerts.yaml", "of the document"), (state.Origin, _first.Rule));
    }

    [Fact]
    public async Task RunAsync_DocumentChanged_IsUsedWithinAMinute()
    {
        await _first.Refresh.RunAsync(Cancellation);
        await WriteAsync(Named("second"));
        _time.Advance(Minute);
        await _first.Refresh.RunAsync(Cancellation);
        Assert.Equal("second", _first.Rule);

        await WriteAsync(Named("third"));
        _time.Advance(Minute);
        var state = await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal("third", _first.Rule);
        Assert.Equal(_time.GetUtcNow(), state.Since);
    }

    [Fact]
    public async Task RunAsync_NothingToWorkWith_AMendedDocumentIsUsedWithinSeconds()
    {
        await WriteAsync("settings: {");
        Assert.Null((await _first.Refresh.RunAsync(Cancellation)).Origin);
        await WriteAsync(Named("mended"));
        _time.Advance(TimeSpan.FromSeconds(5));

        await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal("mended", _first.Rule);
    }

    [Fact]
    public async Task RunAsync_DocumentDeleted_UsesFileAgain()
    {
        await WriteAsync(Named("of the document"));
        await _first.Refresh.RunAsync(Cancellation);
        await _documents.DeleteAsync(RefreshConfiguration.DocumentName, eTag: null, Cancellation);
        _time.Advance(Minute);

        await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal("of the file", _first.Rule);
    }

    [Fact]
    public async Task RunAsync_FileChanged_IsUsed()
    {
        await _first.Refresh.RunAsync(Cancellation);
        _file = Named("edited");
        _time.Advance(Minute);

        await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal("edited", _first.Rule);
    }

    [Fact]
    public async Task RunAsync_DocumentBroken_LastOneGoesOn()
    {
        await WriteAsync(Named("right"));
        var before = await _first.Refresh.RunAsync(Cancellation);
        await WriteAsync(Named("wrong").Replace("Lavrov AND Taiwan", "Lavrov AND (Taiwan", StringComparison.Ordinal));
        _time.Advance(Minute);

        var state = await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal("right", _first.Rule);
        Assert.Equal((before.Origin, before.Since), (state.Origin, state.Since));
        Assert.StartsWith("config/alerts.yaml:", Assert.Single(state.Mistakes).ToString(), StringComparison.Ordinal);
        state.Demand();
    }

    [Fact]
    public async Task RunAsync_DocumentRepaired_IsUsed()
    {
        await WriteAsync("feeds: [");
        await _first.Refresh.RunAsync(Cancellation);
        await WriteAsync(Named("repaired"));
        _time.Advance(Minute);

        var state = await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal("repaired", _first.Rule);
        Assert.Empty(state.Mistakes);
    }

    [Fact]
    public async Task RunAsync_ProcessStartsOnBrokenDocument_LastOneThatWasAcceptedGoesOn()
    {
        await WriteAsync(Named("right"));
        await _first.Refresh.RunAsync(Cancellation);
        await WriteAsync("feeds: [");
        var second = Start();

        var state = await second.Refresh.RunAsync(Cancellation);

        Assert.Equal("right", second.Rule);
        Assert.NotEmpty(state.Mistakes);
        state.Demand();
    }

    [Fact]
    public async Task RunAsync_NothingAtAll_HasNothingToWorkWith()
    {
        _file = null;

        var state = await _first.Refresh.RunAsync(Cancellation);

        Assert.Null(state.Origin);
        var thrown = Assert.Throws<InvalidDataException>(state.Demand);
        Assert.Contains("alerts.yaml: there is no such file, and no document config/alerts.yaml", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NotUtf8_IsAMistake()
    {
        byte[] latin1 = [0x66, 0xff];
        await _documents.WriteAsync(RefreshConfiguration.DocumentName, latin1, WriteCondition.None, null, Cancellation);

        var state = await _first.Refresh.RunAsync(Cancellation);

        Assert.Contains("UTF-8", Assert.Single(state.Mistakes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_AtOnceAgain_DoesNotLook()
    {
        await _first.Refresh.RunAsync(Cancellation);
        await WriteAsync(Named("second"));

        await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal("of the file", _first.Rule);
    }

    [Fact]
    public async Task RunAsync_ManyProcesses_WriteWhatIsAcceptedOnce()
    {
        await _first.Refresh.RunAsync(Cancellation);
        await Start().Refresh.RunAsync(Cancellation);
        _time.Advance(Minute);
        await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal(1, _writes);
    }

    [Fact]
    public async Task RunAsync_VariableOfTheHost_IsReplacedAndNeverStored()
    {
        _file = Reading.Right.Replace("me@example.org", "\"${ME}\"", StringComparison.Ordinal);

        await _first.Refresh.RunAsync(Cancellation);

        Assert.Equal("secret@example.org", _first.Current.Snapshot.Configuration.Destinations[0].To);
        var accepted = await _documents.ReadAsync("config/accepted.yaml", Cancellation);
        Assert.NotNull(accepted);
        Assert.Equal(_file, Encoding.UTF8.GetString(accepted.Content.Span));
    }

    private static string Named(string rule) => Reading.Right.Replace("Lavrov on Taiwan", rule, StringComparison.Ordinal);

    private Task<string?> WriteAsync(string text) => _documents.WriteAsync(
        RefreshConfiguration.DocumentName, Encoding.UTF8.GetBytes(text), WriteCondition.None, null, Cancellation);

    private Process Start()
    {
        var current = new CurrentConfiguration(new AlertsConfiguration());
        var host = new HostConfiguration(
            () => _file is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(_file), name => name == "ME" ? "secret@example.org" : null);
        return new Process(current, new RefreshConfiguration(
            current, _documents, host, _time, NullLogger<RefreshConfiguration>.Instance));
    }

    private sealed record Process(CurrentConfiguration Current, RefreshConfiguration Refresh)
    {
        public string Rule => Assert.Single(Current.Snapshot.Configuration.Rules).Name;
    }
}
