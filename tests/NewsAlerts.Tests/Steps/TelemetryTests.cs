using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using NewsAlerts.Channels;
using NewsAlerts.Monitoring;
using NewsAlerts.Polling;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Steps;

// Whoever listens, listens to the whole process.
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public class TelemetryTests
{
    [Fact]
    public async Task Run_SomebodyListens_OneTraceFromPollToDelivery()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = Listen(activities.Enqueue);
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));

        await service.RunOnceAsync();

        Assert.Equal(
            ["PollFeeds", "MatchItems", "Deliver recording", "SendAlerts"], activities.Select(activity => activity.OperationName));
        Assert.Single(activities.Select(activity => activity.TraceId).Distinct());
        var delivery = activities.Single(activity => activity.OperationName == "Deliver recording");
        Assert.Equal(delivery.TraceId, Assert.Single(delivery.Links).Context.TraceId);
    }

    [Fact]
    public async Task RunStep_HostTracesToo_ContinuesTheMessagesTraceAndLinksTheHosts()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = Listen(activities.Enqueue);
        using var host = new Activity("function PollFeeds").Start();

        await Tracing.RunStepAsync("PollFeeds", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", () => Task.CompletedTask);

        var step = Assert.Single(activities);
        Assert.Equal("4bf92f3577b34da6a3ce929d0e0e4736", step.TraceId.ToHexString());
        Assert.Equal(host.Context, Assert.Single(step.Links).Context);
    }

    [Fact]
    public async Task RunStep_MessageWithoutTrace_ContinuesTheHostsTrace()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = Listen(activities.Enqueue);
        using var host = new Activity("function PollFeeds").Start();

        await Tracing.RunStepAsync("PollFeeds", trace: null, () => Task.CompletedTask);

        var step = Assert.Single(activities);
        Assert.Equal(host.SpanId, step.ParentSpanId);
        Assert.Empty(step.Links);
    }

    [Fact]
    public async Task RunStep_WorkThrows_TellsTheErrorAndThrowsItOn()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = Listen(activities.Enqueue);

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            Tracing.RunStepAsync("PollFeeds", trace: null, () => throw new InvalidDataException("a broken document")));

        var step = Assert.Single(activities);
        Assert.Equal(ActivityStatusCode.Error, step.Status);
        Assert.Contains(
            Assert.Single(step.Events).Tags, tag => tag.Key == "exception.message" && tag.Value as string == "a broken document");
    }

    [Fact]
    public async Task Run_DeliveryRefused_ItsActivityIsAnError()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = Listen(activities.Enqueue);
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        var channel = new RecordingChannel(_ => new DeliveryResult(DeliveryOutcome.Refused, "The receiver answered 422."));
        using var service = world.Service(channel, ["/a"], ("one", "Taiwan"));

        await service.RunOnceAsync();

        var delivery = activities.Single(activity => activity.OperationName == "Deliver recording");
        Assert.Equal("Refused", delivery.GetTagItem("result"));
        Assert.Equal((ActivityStatusCode.Error, "The receiver answered 422."), (delivery.Status, delivery.StatusDescription));
    }

    [Fact]
    public async Task Run_NobodyListens_MessagesCarryNoTrace()
    {
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        using var service = world.Service(new RecordingChannel(), ["/a"], ("one", "Taiwan"));
        await service.Get<SchedulePolls>().RunAsync(TestContext.Current.CancellationToken);

        var message = Assert.IsType<QueueMessage>(await service.NextAsync());

        Assert.Equal("""{"shard":"0001"}""", Encoding.UTF8.GetString(message.Body.Span));
    }

    [Fact]
    public async Task Run_SomebodyMeters_EveryStepIsCounted()
    {
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Metrics.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(measured, instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(measured, instrument, value, tags));
        listener.Start();
        await using var world = await World.StartAsync();
        world.Serve("/a", ("Taiwan", "https://news.example/1"), ("Japan", "https://news.example/2"));
        world.Time.Advance(TimeSpan.FromSeconds(90));
        var channel = new RecordingChannel(attempt => attempt == 1
            ? new DeliveryResult(DeliveryOutcome.Failed, "It is down.")
            : new DeliveryResult(DeliveryOutcome.Delivered, "Accepted."));
        using var service = world.Service(channel, ["/a", "/missing"], ("one", "Taiwan"), ("two", "Tai*"));

        await service.RunOnceAsync();
        world.Time.Advance(TimeSpan.FromSeconds(10));
        await service.RunOnceAsync();

        Assert.Equal(
            [
                "newsalerts.alert.delay=100",
                "newsalerts.deliveries Delivered=1",
                "newsalerts.deliveries Failed=1",
                "newsalerts.feeds.polled failed=1",
                "newsalerts.feeds.polled ok=1",
                "newsalerts.items.new=2",
                "newsalerts.matches=2",
            ],
            measured.Select(entry => $"{entry.Key}={entry.Value}").Order(StringComparer.Ordinal));
    }

    private static ActivityListener Listen(Action<Activity> stopped)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Tracing.SourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static void Add(
        ConcurrentDictionary<string, double> measured, Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}";
        measured.AddOrUpdate(key, value, (_, sum) => sum + value);
    }
}
