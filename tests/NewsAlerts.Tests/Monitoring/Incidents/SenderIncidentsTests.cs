using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Delivery.State;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Monitoring.Incidents;

/// <summary>A mail server that refuses us: the operator hears of it, and no reader is touched.</summary>
public class SenderIncidentsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_SenderAtFault_OpsHearOfItOnceAndTheReaderGetsItLater()
    {
        await using var world = await World.StartAsync();
        var isAtFault = true;
        var channel = new RecordingChannel
        {
            AnswerTo = destination => destination.Name == "desk" && isAtFault
                ? new DeliveryResult(DeliveryOutcome.SenderAtFault, "smtp.example.org: 5.7.515 Access denied.", 550)
                : null,
        };
        using var service = Service(world, channel);
        world.Serve("/a", ("Taiwan", "https://news.example/1"));
        await Ops.LiveAsync(service, Hour, TimeSpan.FromMinutes(5));

        var problem = Assert.Single(Ops.Told(channel));
        Assert.Equal(("service.problem", "Emails are held up at smtp.example.org"), (problem.Type, problem.Title));
        Assert.Equal(
            "smtp.example.org: 5.7.515 Access denied. No reader is to blame: what is held up is tried again for three days.", problem.Entries[0].Text);
        Assert.Null((await service.Get<DestinationStates>().ReadAsync("desk", Cancellation))?.Disabled);

        isAtFault = false;
        await Ops.LiveAsync(service, 27 * Hour, Hour);

        Assert.Equal(["service.problem", "service.recovered"], Ops.Told(channel).Select(notice => notice.Type));
        Assert.Equal("Emails are held up at smtp.example.org no more", Ops.Told(channel)[1].Title);
        var desk = await service.Get<DestinationStates>().ReadAsync("desk", Cancellation);
        Assert.Equal((0, null), (desk?.Planned.Count, desk?.Problem));
    }

    [Fact]
    public async Task Find_TimeThatLiesFarAhead_IsOver()
    {
        await using var world = await World.StartAsync();
        using var service = Service(world, new RecordingChannel());
        var source = service.Get<SenderIncidents>();
        await source.NoteAsync("refused", Cancellation);
        var noted = Assert.Single(await service.Get<IncidentLog>().ReadAsync(Cancellation));

        Assert.Single(await source.FindAsync([noted], Cancellation));
        Assert.Empty(await source.FindAsync([noted with { Place = "2099-01-01T00:00:00.0000000+00:00" }], Cancellation));
        Assert.Empty(await source.FindAsync([noted with { Place = null }], Cancellation));
        Assert.Empty(await source.FindAsync([noted with { Key = "another.example.org" }], Cancellation));
    }

    private static TestService Service(World world, RecordingChannel channel)
    {
        var service = Ops.Service(world, channel, ["/a"], "ops");
        service.Configure(configuration => configuration with
        {
            Settings = configuration.Settings with { Smtp = new SmtpSettings { Host = "smtp.example.org", From = "alerts@example.org" } },
        });
        return service;
    }
}
