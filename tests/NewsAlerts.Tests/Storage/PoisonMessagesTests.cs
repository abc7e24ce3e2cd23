using Microsoft.Extensions.Logging;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Storage;

public sealed class PoisonMessagesTests
{
    [Fact]
    public async Task KeepAsync_AnyMessage_AnErrorThatNamesItAndTheReason()
    {
        var time = new ManualTime();
        var log = new RecordingLog<PoisonMessages>();
        var poison = new PoisonMessages(new MemoryDocuments(), new MemoryQueue(time), time, log);

        await poison.KeepAsync(Queues.Alerts, "message-1", "body"u8.ToArray(), "nobody knows it", TestContext.Current.CancellationToken);

        Assert.Equal([(LogLevel.Error, 200, "alerts: message message-1 is kept as poison: nobody knows it")], log.Lines);
        Assert.Equal(1, await poison.CountAsync(Queues.Alerts, TestContext.Current.CancellationToken));
    }
}
