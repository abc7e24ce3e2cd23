using System.Globalization;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Monitoring.Incidents;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Archive;

/// <summary>Much waits for a destination, and its items are far back in the archive.</summary>
public class BacklogTests
{
    private const int Waiting = 180;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_ArchiveIsSlow_NothingIsSentThatSomebodyElseCouldSendToo()
    {
        await using var world = await World.StartAsync();
        var time = new ManualTime();
        var holds = new List<TimeSpan?>();
        TestService? service = null;
        var channel = new RecordingChannel
        {
            AnswerTo = _ =>
            {
                var state = service?.Get<DestinationStates>().ReadAsync("desk", Token).GetAwaiter().GetResult();
                holds.Add(state?.Hold?.Until - time.GetUtcNow());
                return null;
            },
        };
        using (service = new TestService(Ops.Configuration(world, [], ["ops"]), channel, time, new SlowDocuments(new MemoryDocuments(), time, "archive/", TimeSpan.FromSeconds(3))))
        {
            var archive = service.Get<ItemArchive>();
            var alerts = new List<AlertReference>();
            for (var i = 0; i < Waiting; i++)
            {
                var name = i.ToString(CultureInfo.InvariantCulture);
                var item = new ArchivedItem { Id = name, Story = name, FeedUrl = "", Seen = time.GetUtcNow(), Item = new Item { Title = $"Taiwan {name}" } };
                alerts.Add(new AlertReference(AlertId.Of("desk", name), 0, ["one"]) { Batch = await archive.StoreAsync("1", new ItemBatch([item]), Token) });
            }

            await service.Get<StepMessages>().SendAsync(new WakeDestination { Destination = "desk", Alerts = alerts }, TimeSpan.Zero, Token);
            for (var i = 0; i < 20; i++)
            {
                await service.WorkAsync();
                time.Advance(TimeSpan.FromMinutes(1));
            }

            Assert.All(holds, left => Assert.True(left > Lease.Time / 2, $"{left}"));
            Assert.Equal(Waiting, channel.Attempts.SelectMany(delivery => delivery.Alerts).Select(alert => alert.Id).Distinct().Count());
            Assert.Equal(Waiting, channel.Attempts.Sum(delivery => delivery.Alerts.Count));
        }
    }
}
