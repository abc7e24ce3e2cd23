using System.Globalization;
using System.Text.RegularExpressions;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Storage;

public sealed class FileDocumentStoreTests : DocumentStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FileDocumentStoreTests() => Documents = new FileDocumentStore(_folder.Path);

    protected override IDocumentStore Documents { get; }

    [Fact]
    public async Task WriteAsync_TwoProcessesIncrement_NoneIsLost()
    {
        var token = TestContext.Current.CancellationToken;
        await using var one = BuiltProgram.Start("NewsAlerts.Benchmarks.dll", "increment", _folder.Path, "count");
        await using var other = BuiltProgram.Start("NewsAlerts.Benchmarks.dll", "increment", _folder.Path, "count");
        await one.WaitForOutputAsync("ready", token);
        await other.WaitForOutputAsync("ready", token);
        await Documents.WriteAsync("go", default, WriteCondition.None, metadata: null, token);
        Assert.Equal(0, await one.WaitAsync(token));
        Assert.Equal(0, await other.WaitAsync(token));

        Assert.Equal($"{Number("added", one) + Number("added", other)}", await ReadTextAsync("count"));
        Assert.NotEqual(0, Number("conflicts", one) + Number("conflicts", other));

        static int Number(string name, BuiltProgram program) =>
            int.Parse(Regex.Match(program.Output, $"{name} ([0-9]+)").Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task ReadAsync_FileThatIsNoDocument_SaysSo()
    {
        var token = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(_folder.PathOf("one"), "something else", token);
        var read = await Documents.ReadAsync("one", token);
        var listed = await Documents.ListAsync("one", token).SingleAsync(token);

        Assert.Equal("Its file does not begin as a document does.", read?.Damage);
        Assert.Equal("something else"u8.ToArray(), read?.Content.ToArray());
        Assert.Equal((read?.ETag, read?.Damage), (listed.ETag, listed.Damage));
        Assert.False(await Documents.DeleteAsync("one", "another", token));
        Assert.True(await Documents.DeleteAsync("one", listed.ETag, token));
    }

    public void Dispose() => _folder.Dispose();
}
