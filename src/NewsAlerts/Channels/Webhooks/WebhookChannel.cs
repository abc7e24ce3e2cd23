using System.Globalization;
using NewsAlerts.Alerts;

namespace NewsAlerts.Channels.Webhooks;

/// <summary>Tells a generic webhook, signed as Standard Webhooks says where the destination has a key.</summary>
internal sealed class WebhookChannel(WebhookSender sender) : IChannel
{
    /// <inheritdoc />
    public string Type => "webhook";

    /// <inheritdoc />
    public bool IsForPeople => false;

    /// <inheritdoc />
    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null) =>
        AlertMatchedBody.CountThatFits(destination.Name, alerts, digest);

    /// <inheritdoc />
    public async Task<DeliveryResult> SendAsync(
        Destination destination, Delivery delivery, CancellationToken cancellationToken)
    {
        var body = AlertMatchedBody.Of(destination.Name, delivery.Alerts, delivery.Digest);
        List<KeyValuePair<string, string>> headers =
        [
            new("webhook-id", delivery.Id),
            new("webhook-timestamp", delivery.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ];
        var keys = new List<byte[]>();
        foreach (var secret in destination.SigningKeys)
        {
            if (!WebhookSignature.TryReadKey(secret, out var key))
            {
                return new DeliveryResult(
                    DeliveryOutcome.Failed, "A signing key is not whsec_ and the base64 of 24 to 64 bytes.");
            }

            keys.Add(key);
        }

        if (keys.Count > 0)
        {
            headers.Add(new("webhook-signature", WebhookSignature.Of(keys, delivery.Id, delivery.Now, body)));
        }

        var message = WebhookMessage.To(destination, body) with { Headers = headers };
        return await sender.PostAsync(message, cancellationToken);
    }
}
