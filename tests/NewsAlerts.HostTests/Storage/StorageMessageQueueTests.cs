using System.Text;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Storage;

public sealed class StorageMessageQueueTests(AzuriteFixture azurite) : MessageQueueContract, IAsyncLifetime
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    private AzuriteAccount? _account;
    private IMessageQueue? _queues;

    protected override IMessageQueue Queues => _queues ?? throw new InvalidOperationException("there is no account yet");

    private AzuriteAccount Account => _account ?? throw new InvalidOperationException("there is no account yet");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _account = await azurite.NewAccountAsync();
        _queues = OpenQueues();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task CountAsync_EveryKindOfMessage_HoldsOfOthersPassForDelayed()
    {
        await SendAsync("held");
        await Queues.ReceiveAsync("work", 1, Hold, Token);
        await SendAsync("visible");
        await Queues.SendAsync("work", "delayed"u8.ToArray(), TimeSpan.FromMinutes(5), Token);

        Assert.Equal(new QueueCounts(Visible: 1, Held: 1, Delayed: 1), await Queues.CountAsync("work", Token));
        Assert.Equal(new QueueCounts(Visible: 1, Held: 0, Delayed: 2), await OpenQueues().CountAsync("work", Token));
    }

    [Fact]
    public async Task CountAsync_MoreThanCanBeSeen_AllVisible()
    {
        for (var number = 0; number < 40; number++)
        {
            await SendAsync("one");
        }

        Assert.Equal(new QueueCounts(Visible: 40, Held: 0, Delayed: 0), await Queues.CountAsync("work", Token));
    }

    [Fact]
    public async Task ReleaseAsync_WorkThatFailed_AnotherProcessKnowsAndEveryReaderOfBase64GetsTheBody()
    {
        await SendAsync("one");
        for (var failures = 0; failures < 3; failures++)
        {
            await Queues.ReleaseAsync(await ReceiveAsync(Queues), TimeSpan.Zero, countsAsTry: true, Token);
        }

        Assert.Equal("one", (await Client(QueueMessageEncoding.Base64).PeekMessageAsync(Token)).Value.Body.ToString());
        Assert.Equal(4, (await ReceiveAsync(OpenQueues())).Tries);
    }

    [Fact]
    public async Task ReceiveAsync_HoldsRanOutAgainAndAgain_NoTriesAreLost()
    {
        await SendAsync("one");
        for (var kills = 0; kills < 6; kills++)
        {
            Assert.Equal(1, (await ReceiveAsync(Queues, TimeSpan.FromSeconds(1))).Tries);
            await PassAsync(TimeSpan.FromSeconds(1.1));
        }
    }

    [Fact]
    public async Task ReceiveAsync_MessageThatIsNotBase64_ItsTextForWhoeverRefusesIt()
    {
        await SendAsync("one");
        Assert.True(await Queues.DeleteAsync(await ReceiveAsync(Queues), Token));
        await Client(QueueMessageEncoding.None).SendMessageAsync("{ not base64 }", Token);

        Assert.Equal("{ not base64 }", Encoding.UTF8.GetString((await ReceiveAsync(Queues)).Body.Span));
    }

    [Fact]
    public async Task SendAsync_FractionOfASecond_NeverTooSoon()
    {
        await Queues.SendAsync("work", default, TimeSpan.FromSeconds(1.5), Token);
        await PassAsync(TimeSpan.FromSeconds(1.2));
        Assert.Empty(await Queues.ReceiveAsync("work", 1, Hold, Token));
    }

    [Fact]
    public async Task SendAsync_AnyMessage_NeverExpires()
    {
        await SendAsync("one");
        var message = (await Client(QueueMessageEncoding.None).PeekMessageAsync(Token)).Value;
        Assert.True(message.ExpiresOn is not { } end || end.Year > 2100, $"it expires on {message.ExpiresOn}");
    }

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time, Token);

    private QueueClient Client(QueueMessageEncoding encoding) =>
        new(Account.ConnectionString, "test-work", new QueueClientOptions { MessageEncoding = encoding });

    private IMessageQueue OpenQueues() => Account.Open().GetRequiredService<IMessageQueue>();

    private Task SendAsync(string text) => Queues.SendAsync("work", Encoding.UTF8.GetBytes(text), TimeSpan.Zero, Token);

    private static async Task<QueueMessage> ReceiveAsync(IMessageQueue queues, TimeSpan? hold = null) =>
        Assert.Single(await queues.ReceiveAsync("work", 1, hold ?? Hold, Token));
}
