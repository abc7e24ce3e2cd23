namespace NewsAlerts.Channels.Posting;

/// <summary>
/// What an answer's status means for a delivery. What is worth trying again is decided in the alert's favour: a
/// receiver that is wrongly configured for a night must not lose what came in that night.
/// </summary>
/// <remarks>
/// <list type="table">
/// <item><term>2xx</term><description>Delivered.</description></item>
/// <item><term>3xx</term><description>Failed: a redirect is never followed (Standard Webhooks), and often is the sign-in
/// page of a proxy, which somebody will repair.</description></item>
/// <item><term>410</term><description>Gone: the destination is disabled (Standard Webhooks).</description></item>
/// <item><term>413, 415, 422</term><description>Refused: they speak of this very message, and the next attempt sends
/// the same one.</description></item>
/// <item><term>429, 502, 504</term><description>RateLimited: slow down (Standard Webhooks).</description></item>
/// <item><term>other 4xx</term><description>Failed: a token that is being replaced (401, 403), a route missing during a
/// deployment (404, 405), a flow that is switched off (400, Power Automate), 408, 425.</description></item>
/// <item><term>other 5xx</term><description>Failed.</description></item>
/// <item><term>anything else</term><description>Failed: no such status exists.</description></item>
/// </list>
/// </remarks>
internal static class WebhookOutcome
{
    /// <summary>The outcome for a status.</summary>
    public static DeliveryOutcome Of(int status) => status switch
    {
        >= 200 and <= 299 => DeliveryOutcome.Delivered,
        410 => DeliveryOutcome.Gone,
        413 or 415 or 422 => DeliveryOutcome.Refused,
        429 or 502 or 504 => DeliveryOutcome.RateLimited,
        _ => DeliveryOutcome.Failed,
    };
}
