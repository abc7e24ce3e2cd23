using System.Globalization;
using System.Text.Json;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Channels.Webhook.Templates;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Webhook;

/// <summary>Tells a generic webhook, signed as Standard Webhooks says where the destination has a key.</summary>
internal sealed class WebhookChannel(WebhookSender sender) : IChannel
{
    /// <inheritdoc />
    public string Type => "webhook";

    /// <inheritdoc />
    public bool IsForPeople => false;

    /// <inheritdoc />
    public int CountThatFits(Destination destination, IReadOnlyList<Alert> alerts, Digest? digest = null) =>
        destination.Template is { } template
            ? TemplateRenderer.CountThatFits(template, destination.Name, alerts, digest)
            : AlertMatchedBody.CountThatFits(destination.Name, alerts, digest);

    /// <inheritdoc />
    public async Task<DeliveryResult> SendAsync(
        Destination destination, OutgoingMessage delivery, CancellationToken cancellationToken)
    {
        if (!TryCompose(destination, delivery, out var body, out var problem))
        {
            return new DeliveryResult(DeliveryOutcome.Failed, AnswerText.Of(problem, destination.Secrets));
        }

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

        var message = WebhookMessage.To(destination, body) with
        {
            Headers = headers,
            ContentType = (delivery.Notice is null ? destination.Template?.ContentType : null) ?? WebhookMessage.Json,
        };
        return await sender.PostAsync(message, cancellationToken);
    }

    /// <summary>
    /// The body, or what is wrong with it: nothing is sent that is not what the receiver was promised. It is a failure like
    /// others, since somebody can mend the template before the attempts end.
    /// </summary>
    private static bool TryCompose(Destination destination, OutgoingMessage delivery, out byte[] body, out string problem)
    {
        (body, problem) = ([], "");
        if (delivery.Notice is { } notice)
        {
            body = NoticeBody.Of(destination.Name, notice);
            return true;
        }

        if (destination.Template is not { } template)
        {
            body = AlertMatchedBody.Of(destination.Name, delivery.Alerts, delivery.Digest);
            return true;
        }

        try
        {
            body = TemplateRenderer.Render(template, destination.Name, delivery.Alerts, delivery.Digest);
            if (TemplateContent.Of(template.ContentType).IsJson)
            {
                JsonDocument.Parse(body).Dispose();
            }

            problem = body.Length < TemplateRenderer.Limit
                ? ""
                : $"The template makes {body.Length} bytes of one alert; {TemplateRenderer.Limit - 1} is the most.";
        }
        catch (TemplateException e)
        {
            problem = $"The template cannot be rendered: {e.Message}";
        }
        catch (JsonException e)
        {
            problem = $"What the template makes of these alerts is not JSON: {e.Message}";
        }

        return problem.Length == 0;
    }
}
