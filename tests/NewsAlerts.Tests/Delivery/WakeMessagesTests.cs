using NewsAlerts.Delivery;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Delivery;

public sealed class WakeMessagesTests
{
    [Fact]
    public void Split_ManyAlerts_EachPartFitsAQueueWithAllThatIsNotedOnItsWay()
    {
        var alerts = Enumerable.Range(0, 5000).Select(index => new AlertReference($"{index:x32}", index, [$"Rule {index}"])).ToList();

        var parts = WakeMessages.Split("desk", $"archive/20260314/0001-{new string('a', 20)}", alerts).ToList();

        Assert.Equal(alerts.Select(alert => alert.Id), parts.SelectMany(part => part.Alerts).Select(alert => alert.Id));
        Assert.All(parts, part => Assert.InRange(DeliveryMessages.Write(part with
        {
            Trace = $"00-{new string('a', 32)}-{new string('b', 16)}-01",
            UnknownSince = DateTimeOffset.MaxValue,
        }).Length, 1, IMessageQueue.MaxBodyBytes));
    }
}
