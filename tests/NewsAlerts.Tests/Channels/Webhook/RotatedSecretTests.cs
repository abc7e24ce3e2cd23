using System.Text;
using NewsAlerts.Channels;
using NewsAlerts.Http;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Webhook;

/// <summary>Receivers verify with the package standardwebhooks of the npm registry, before, while and after a secret is replaced.</summary>
public class RotatedSecretTests
{
    private const string Old = Samples.SigningKey;
    private const string New = "whsec_bmV3LXNlY3JldC1vZi10aGUtcmVjZWl2ZXItMjAyNg==";

    [Fact]
    public async Task Send_SecretIsReplaced_ReceiversVerifyWithTheOneTheyHold()
    {
        var before = await SendAsync(Old);
        var between = await SendAsync(New, Old);
        var after = await SendAsync(New);

        var results = await NodeScript.RunAsync("verify-signature.mjs", new[]
        {
            Received(Old, before), Received(Old, between), Received(New, between), Received(New, after),
            Received(New, before), Received(Old, after), Received(New, between, body => body + " "),
        });

        Assert.Equal(
            [null, null, null, null, "No matching signature found", "No matching signature found", "No matching signature found"],
            results.EnumerateArray().Select(result => result.GetString()));
    }

    private static async Task<ReceivedRequest> SendAsync(params string[] secrets)
    {
        await using var server = await LocalServer.StartAsync(204);
        using var client = WebhookChannels.Client();
        var destination = Samples.Destination("webhook", server.Address.AbsoluteUri) with
        {
            SigningKeys = [.. secrets.Select(secret => new Secret(secret))],
        };
        // The package refuses what is more than five minutes old.
        var delivery = Samples.Delivery(Samples.Lavrov, Samples.Japanese) with { Now = TimeProvider.System.GetUtcNow() };
        var result = await WebhookChannels.Of("webhook", client).SendAsync(destination, delivery, TestContext.Current.CancellationToken);
        Assert.Equal(DeliveryOutcome.Delivered, result.Outcome);
        return Assert.Single(server.Requests);
    }

    private static object Received(string secret, ReceivedRequest request, Func<string, string>? change = null)
    {
        var body = Encoding.UTF8.GetString(request.Body);
        return new
        {
            secret,
            headers = request.Headers.Where(header => header.Key.StartsWith("webhook-", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value),
            body = change?.Invoke(body) ?? body,
        };
    }
}
