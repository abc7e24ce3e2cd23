using System.Globalization;
using System.Text;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Storage;

/// <summary>What every document store must do. Each case gets an empty store.</summary>
public abstract class DocumentStoreContract
{
    private static readonly byte[] First = Encoding.ASCII.GetBytes("first");
    private static readonly byte[] Second = Encoding.ASCII.GetBytes("second");

    /// <summary>The store under test.</summary>
    protected abstract IDocumentStore Documents { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_NoDocument_Null()
    {
        Assert.Null(await Documents.ReadAsync("folder/nothing", Token));
    }

    [Fact]
    public async Task WriteAsync_NoCondition_ReadsBackWithItsETag()
    {
        var eTag = await WriteAsync("folder/one", First);
        var document = await Documents.ReadAsync("folder/one", Token);
        Assert.Equal(First, document?.Content.ToArray());
        Assert.NotNull(eTag);
        Assert.Equal(eTag, document?.ETag);
    }

    [Fact]
    public async Task WriteAsync_SameContentAgain_OtherETag()
    {
        var before = await WriteAsync("one", First);
        var after = await WriteAsync("one", First);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task WriteAsync_IfNewAndThereIsOne_ConflictAndUnchanged()
    {
        Assert.NotNull(await WriteAsync("one", First, WriteCondition.IfUnchanged(null)));
        Assert.Null(await WriteAsync("one", Second, WriteCondition.IfUnchanged(null)));
        Assert.Equal("first", await ReadTextAsync("one"));
    }

    [Fact]
    public async Task WriteAsync_IfUnchangedAndItIs_Written()
    {
        var eTag = await WriteAsync("one", First);
        Assert.NotNull(await WriteAsync("one", Second, WriteCondition.IfUnchanged(eTag)));
        Assert.Equal("second", await ReadTextAsync("one"));
    }

    [Fact]
    public async Task WriteAsync_IfUnchangedAndItChanged_ConflictAndUnchanged()
    {
        var old = await WriteAsync("one", First);
        await WriteAsync("one", Second);
        Assert.Null(await WriteAsync("one", First, WriteCondition.IfUnchanged(old)));
        Assert.Equal("second", await ReadTextAsync("one"));
    }

    [Fact]
    public async Task WriteAsync_IfUnchangedAndItIsGone_Conflict()
    {
        var eTag = await WriteAsync("one", First);
        await Documents.DeleteAsync("one", Token);
        Assert.Null(await WriteAsync("one", Second, WriteCondition.IfUnchanged(eTag)));
        Assert.Null(await Documents.ReadAsync("one", Token));
    }

    [Fact]
    public async Task WriteAsync_IfUnchangedSinceThereWasNone_WrittenOnce()
    {
        Assert.NotNull(await WriteAsync("one", First, WriteCondition.IfUnchanged(null)));
        Assert.Null(await WriteAsync("one", Second, WriteCondition.IfUnchanged(null)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4 * 1024 * 1024)]
    public async Task WriteAsync_AnySize_ReadsBackByteForByte(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        await WriteAsync("bytes", content);
        var document = await Documents.ReadAsync("bytes", Token);
        Assert.NotNull(document);
        Assert.True(document.Content.Span.SequenceEqual(content));
    }

    [Fact]
    public async Task WriteAsync_ShorterContent_NothingOfTheLongerIsLeft()
    {
        await WriteAsync("one", new byte[10_000]);
        await WriteAsync("one", First);
        Assert.Equal("first", await ReadTextAsync("one"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/one")]
    [InlineData("one/")]
    [InlineData("one//two")]
    [InlineData(".one")]
    [InlineData("one/../two")]
    [InlineData("../one")]
    [InlineData("One")]
    [InlineData("one two")]
    [InlineData("one\\two")]
    [InlineData("ön")]
    public async Task AnyCall_InvalidName_Refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(name, First));
        await Assert.ThrowsAsync<ArgumentException>(() => Documents.ReadAsync(name, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Documents.DeleteAsync(name, Token));
    }

    [Fact]
    public async Task ListAsync_Prefix_ThoseDocumentsInOrdinalOrder()
    {
        foreach (var name in (string[])["feeds/b", "feeds/a-1", "feeds/a/2", "feeds/a.1", "feeds/a_1", "feedsandmore/a", "other"])
        {
            await WriteAsync(name, First);
        }

        Assert.Equal(["feeds/a-1", "feeds/a.1", "feeds/a/2", "feeds/a_1", "feeds/b"], await NamesAsync("feeds/"));
        Assert.Equal(["feeds/a-1", "feeds/a.1", "feeds/a/2", "feeds/a_1"], await NamesAsync("feeds/a"));
        Assert.Empty(await NamesAsync("nothing/"));
        Assert.Equal(7, (await NamesAsync("")).Count);
    }

    [Fact]
    public async Task ListAsync_Metadata_ThatOfTheLastWrite()
    {
        await WriteAsync("one", First, metadata: new() { ["due"] = "2026-03-01T12:00:00Z", ["old"] = "yes" });
        var eTag = await WriteAsync("one", Second, metadata: new() { ["due"] = "2026-03-02T12:00:00Z" });
        await WriteAsync("two", First);

        var listed = await Documents.ListAsync("", Token).ToListAsync(Token);

        Assert.Equal(["one", "two"], listed.Select(info => info.Name));
        Assert.Equal(eTag, listed[0].ETag);
        Assert.Equal([KeyValuePair.Create("due", "2026-03-02T12:00:00Z")], listed[0].Metadata);
        Assert.Empty(listed[1].Metadata);
    }

    [Fact]
    public async Task ListAsync_WhileOthersWrite_WholeDocumentsOnly()
    {
        await WriteAsync("busy/0", new byte[100_000]);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = Task.Run(
            async () =>
            {
                for (var round = 1; !ended.IsCancellationRequested; round++)
                {
                    await WriteAsync($"busy/{round % 4}", new byte[100_000]);
                }
            },
            Token);

        var names = new HashSet<string>();
        for (var round = 0; round < 50; round++)
        {
            names.UnionWith(await NamesAsync("busy/"));
        }

        await ended.CancelAsync();
        await writing;
        Assert.Subset(new HashSet<string> { "busy/0", "busy/1", "busy/2", "busy/3" }, names);
        Assert.Contains("busy/0", names);
    }

    [Fact]
    public async Task DeleteAsync_Document_GoneAndSaysSo()
    {
        await WriteAsync("one", First);
        Assert.True(await Documents.DeleteAsync("one", Token));
        Assert.False(await Documents.DeleteAsync("one", Token));
        Assert.Null(await Documents.ReadAsync("one", Token));
        Assert.Empty(await NamesAsync(""));
    }

    [Fact]
    public async Task DeleteAsync_Version_OnlyThatOne()
    {
        var first = await WriteAsync("one", First);
        var second = await WriteAsync("one", First);
        Assert.False(await Documents.DeleteAsync("one", first, Token));
        Assert.NotNull(await Documents.ReadAsync("one", Token));
        Assert.True(await Documents.DeleteAsync("one", second, Token));
        Assert.False(await Documents.DeleteAsync("one", second, Token));
        Assert.Null(await Documents.ReadAsync("one", Token));
    }

    [Fact]
    public async Task WriteAsync_EightWritersIncrement_NoneIsLost()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => IncrementAsync("count", 100), Token)));
        Assert.Equal("800", await ReadTextAsync("count"));
    }

    /// <summary>The text of a document; null where there is none.</summary>
    protected async Task<string?> ReadTextAsync(string name) =>
        await Documents.ReadAsync(name, Token) is { } document ? Encoding.ASCII.GetString(document.Content.Span) : null;

    private async Task IncrementAsync(string name, int times)
    {
        while (times > 0)
        {
            var before = await Documents.ReadAsync(name, Token);
            var count = before is null ? 0 : int.Parse(before.Content.Span, CultureInfo.InvariantCulture);
            var after = Encoding.ASCII.GetBytes((count + 1).ToString(CultureInfo.InvariantCulture));
            times -= await WriteAsync(name, after, WriteCondition.IfUnchanged(before?.ETag)) is null ? 0 : 1;
        }
    }

    private Task<string?> WriteAsync(
        string name, byte[] content, WriteCondition condition = default, Dictionary<string, string>? metadata = null) =>
        Documents.WriteAsync(name, content, condition, metadata, Token);

    private async Task<IReadOnlyList<string>> NamesAsync(string prefix) =>
        await Documents.ListAsync(prefix, Token).Select(info => info.Name).ToListAsync(Token);
}
