using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>
/// A write that was carried out, and whose answer was lost: the client repeats it by itself, and the account then refuses it for
/// what the first one has done. Callers hear that it was done.
/// </summary>
public sealed class LostAnswerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly byte[] First = "first"u8.ToArray();
    private static readonly byte[] Second = "second"u8.ToArray();

    private LossyProxy? _proxy;
    private IServiceProvider? _lossy;
    private IServiceProvider? _direct;

    private LossyProxy Proxy => _proxy ?? throw new InvalidOperationException("there is no proxy yet");

    private IDocumentStore Documents => Get<IDocumentStore>(_lossy);

    private IDocumentStore OfOthers => Get<IDocumentStore>(_direct);

    private IMessageQueue Messages => Get<IMessageQueue>(_lossy);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var account = await azurite.NewAccountAsync();
        _proxy = await LossyProxy.StartAsync(account);
        _lossy = new AzuriteAccount(_proxy.ConnectionString).Open();
        _direct = account.Open();
        await WriteAsync(OfOthers, "other", First, WriteCondition.None);
    }

    public ValueTask DisposeAsync() => _proxy?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Create_AnswerLost_WrittenAndItsETag()
    {
        Proxy.LoseNext();
        var eTag = await WriteAsync(Documents, "one", First, WriteCondition.IfUnchanged(null));

        Assert.Equal(1, Proxy.Lost);
        var document = await Documents.ReadAsync("one", Token);
        Assert.NotNull(eTag);
        Assert.Equal(eTag, document?.ETag);
        Assert.Equal(First, document?.Content.ToArray());
    }

    [Fact]
    public async Task Change_AnswerLost_WrittenAndItsETag()
    {
        var before = await WriteAsync(Documents, "one", First, WriteCondition.None);
        Proxy.LoseNext();
        var eTag = await WriteAsync(Documents, "one", Second, WriteCondition.IfUnchanged(before), new() { ["due"] = "now" });

        Assert.Equal(1, Proxy.Lost);
        Assert.NotNull(eTag);
        Assert.Equal(eTag, (await Documents.ReadAsync("one", Token))?.ETag);
        var listed = await Documents.ListAsync("one", Token).ToListAsync(Token);
        Assert.Equal([KeyValuePair.Create("due", "now")], Assert.Single(listed).Metadata);
    }

    [Fact]
    public async Task WriteWithoutCondition_AnswerLost_Written()
    {
        Proxy.LoseNext();
        Assert.NotNull(await WriteAsync(Documents, "one", First, WriteCondition.None));
        Assert.Equal(1, Proxy.Lost);
    }

    [Fact]
    public async Task Create_AnswerLostAndSomebodyElseWasFirst_Conflict()
    {
        await WriteAsync(OfOthers, "one", First, WriteCondition.None);
        Proxy.LoseNext();
        Assert.Null(await WriteAsync(Documents, "one", Second, WriteCondition.IfUnchanged(null)));
        Assert.Equal(1, Proxy.Lost);
    }

    [Fact]
    public async Task Change_AnswerLostAndSomebodyElseWasFirst_Conflict()
    {
        var before = await WriteAsync(Documents, "one", First, WriteCondition.None);
        await WriteAsync(OfOthers, "one", First, WriteCondition.None);
        Proxy.LoseNext();
        Assert.Null(await WriteAsync(Documents, "one", Second, WriteCondition.IfUnchanged(before)));
        Assert.Equal(1, Proxy.Lost);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Delete_AnswerLost_Deleted(bool isOfOneVersion)
    {
        var eTag = await WriteAsync(Documents, "one", First, WriteCondition.None);
        Proxy.LoseNext();
        Assert.True(await Documents.DeleteAsync("one", isOfOneVersion ? eTag : null, Token));
        Assert.Equal(1, Proxy.Lost);
        Assert.Null(await Documents.ReadAsync("one", Token));
    }

    [Fact]
    public async Task DeleteMessage_AnswerLost_Deleted()
    {
        var message = await ReceiveAsync();
        Proxy.LoseNext();
        Assert.True(await Messages.DeleteAsync(message, Token));
        Assert.Equal(1, Proxy.Lost);
        Assert.Equal(new QueueCounts(0, 0, 0), await Messages.CountAsync("work", Token));
    }

    [Fact]
    public async Task ReleaseMessage_AnswerLost_GivenBackOnce()
    {
        var message = await ReceiveAsync();
        Proxy.LoseNext();
        Assert.True(await Messages.ReleaseAsync(message, TimeSpan.Zero, countsAsTry: true, Token));
        Assert.Equal(1, Proxy.Lost);
        Assert.Equal(2, Assert.Single(await Messages.ReceiveAsync("work", 1, TimeSpan.FromMinutes(1), Token)).Tries);
    }

    /// <summary>The new receipt is lost with the answer: the message cannot be held on to, and comes back when the hold ends.</summary>
    [Fact]
    public async Task ExtendMessage_AnswerLost_HoldIsLostAndTheMessageIsNot()
    {
        var message = await ReceiveAsync();
        Proxy.LoseNext();
        Assert.Null(await Messages.ExtendAsync(message, TimeSpan.FromSeconds(1), Token));
        Assert.Equal(1, Proxy.Lost);
        await Task.Delay(TimeSpan.FromSeconds(1.2), Token);
        Assert.Single(await Messages.ReceiveAsync("work", 1, TimeSpan.FromMinutes(1), Token));
    }

    /// <summary>At least once: the contract allows what the client makes of it.</summary>
    [Fact]
    public async Task SendMessage_AnswerLost_SentAndNeverLost()
    {
        await Messages.SendAsync("work", First, TimeSpan.Zero, Token);
        Proxy.LoseNext();
        await Messages.SendAsync("work", Second, TimeSpan.Zero, Token);
        Assert.Equal(1, Proxy.Lost);
        Assert.InRange((await Messages.CountAsync("work", Token)).Visible, 2, 3);
    }

    [Fact]
    public async Task ReceiveMessage_NothingLost_TheProxyChangesNothing()
    {
        Assert.Equal("first", Encoding.ASCII.GetString((await ReceiveAsync()).Body.Span));
        Assert.Equal(0, Proxy.Lost);
    }

    private async Task<QueueMessage> ReceiveAsync()
    {
        await Messages.SendAsync("work", First, TimeSpan.Zero, Token);
        return Assert.Single(await Messages.ReceiveAsync("work", 1, TimeSpan.FromMinutes(1), Token));
    }

    private static T Get<T>(IServiceProvider? services)
        where T : notnull =>
        (services ?? throw new InvalidOperationException("there is no account yet")).GetRequiredService<T>();

    private static Task<string?> WriteAsync(
        IDocumentStore documents, string name, byte[] content, WriteCondition condition, Dictionary<string, string>? metadata = null) =>
        documents.WriteAsync(name, content, condition, metadata, Token);
}
