using System.Text.Json;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Support;

/// <summary>Reads what a generic webhook received.</summary>
internal static class WebhookBody
{
    /// <summary>The ids of the alerts, in order.</summary>
    public static IReadOnlyList<string> AlertIds(this ReceivedRequest request) =>
        Alerts(request, alert => alert.GetProperty("id"));

    /// <summary>The titles of the items, in order.</summary>
    public static IReadOnlyList<string> Titles(this ReceivedRequest request) =>
        Alerts(request, alert => alert.GetProperty("item").GetProperty("title"));

    /// <summary>The links of the items, in order.</summary>
    public static IReadOnlyList<string> Links(this ReceivedRequest request) =>
        Alerts(request, alert => alert.GetProperty("item").GetProperty("link"));

    private static List<string> Alerts(ReceivedRequest request, Func<JsonElement, JsonElement> value)
    {
        using var body = JsonDocument.Parse(request.Body);
        var alerts = body.RootElement.GetProperty("data").GetProperty("alerts");
        return [.. alerts.EnumerateArray().Select(alert => value(alert).GetString() ?? "")];
    }
}
