using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Local.Commands.Printing;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary>Prints deliveries as JSON Lines, with every attempt.</summary>
internal static class DeliveriesJson
{
    public static async Task PrintAsync(IEnumerable<DeliveryRecord> deliveries, TextWriter output)
    {
        foreach (var delivery in deliveries)
        {
            await output.WriteLineAsync(JsonLines.Of(new
            {
                delivery.Id,
                delivery.Destination,
                delivery.Planned,
                delivery.Status,
                Alerts = delivery.Alerts.Select(alert => new { alert.Id, alert.Rules }),
                Notice = delivery.Notice is { } notice ? new { notice.Type, notice.Title } : null,
                delivery.Attempts,
            }));
        }
    }
}
