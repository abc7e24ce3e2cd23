using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Channels;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Channels.Webhook;

/// <summary>What holds for every channel that posts, over a real server.</summary>
public class WebhookContractTests
{
    private const string Token = "B0tT0k3n/XXyyZZ112233";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Types => WebhookChannels.Types;

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_EveryStatus_IsWhatTheTableSays(string type)
    {
        var status = 0;
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using var client = WebhookChannels.Client();
        var channel = WebhookChannels.Of(type, client);
        for (status = 200; status <= 599; status++)
        {
            var result = await channel.SendAsync(To(type, server), Samples.Delivery(Samples.Lavrov), Cancellation);

            Assert.Equal((status, Expected(status)), (result.Status, result.Outcome));
            Assert.NotEmpty(result.Reason);
        }

        Assert.Equal(400, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_RetryAfter_IsObeyed(string type)
    {
        foreach (var status in (int[])[429, 502, 503, 504])
        {
            await using var server = await LocalServer.StartAsync(status, "slow down", ("Retry-After", "17"));

            var result = await SendAsync(type, server);

            Assert.Equal((Expected(status), TimeSpan.FromSeconds(17)), (result.Outcome, result.RetryAfter));
            Assert.Equal($"The receiver answered {status}: slow down", result.Reason);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_LongAnswer_KeepsItsStart(string type)
    {
        await using var server = await LocalServer.StartAsync(500, $"oh\r\n\u0007 no {new string('x', 100_000)}");

        var result = await SendAsync(type, server);

        Assert.StartsWith("The receiver answered 500: oh no xxx", result.Reason, StringComparison.Ordinal);
        Assert.InRange(result.Reason.Length, FeedLimits.Reason - 10, FeedLimits.Reason);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_AnswerThatRepeatsEverySecret_LeaksNone(string type)
    {
        foreach (var status in (int[])[200, 302, 400, 401, 404, 410, 413, 429, 500, 503])
        {
            await using var server = await LocalServer.StartAsync(context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = $"/{Token}";
                var request = context.Request;
                return context.Response.WriteAsync(
                    $"{request.Path}{request.QueryString} {Token} {Samples.SigningKey} {Samples.SigningKey[6..]} {new string(' ', 400)}{request.Path}");
            });

            AssertNoSecret(await SendAsync(type, server));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_SecretsTornByAnyLimit_AreNotLeaked(string type)
    {
        for (var offset = 0; offset < 60; offset += 7)
        {
            var padding = new string('x', offset);
            await using var server = await LocalServer.StartAsync(
                500, padding + string.Concat(Enumerable.Repeat(Samples.SigningKey + Token, 1_000)));

            AssertNoSecret(await SendAsync(type, server));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_NobodyListens_FailsWithAReason(string type)
    {
        var server = await LocalServer.StartAsync(200);
        var destination = To(type, server);
        await server.DisposeAsync();
        using var client = WebhookChannels.Client();

        var result = await WebhookChannels.Of(type, client).SendAsync(destination, Samples.Delivery(Samples.Lavrov), Cancellation);

        Assert.Equal((DeliveryOutcome.Failed, null), (result.Outcome, result.Status));
        Assert.Contains("refused", result.Reason, StringComparison.Ordinal);
        AssertNoSecret(result);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_ConnectionBreaks_Fails(string type)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(DeliveryOutcome.Failed, (await SendAsync(type, server)).Outcome);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_NoAnswer_FailsAfterTheTimeOut(string type)
    {
        await using var server = await LocalServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var client = WebhookChannels.Client();

        var result = await WebhookChannels.Of(type, client, new ImpatientTime())
            .SendAsync(To(type, server), Samples.Delivery(Samples.Lavrov), Cancellation);

        Assert.Equal(new DeliveryResult(DeliveryOutcome.Failed, "No answer within 20 s."), result);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_AcceptedButTheAnswerNeverEnds_IsDelivered(string type)
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("o");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = WebhookChannels.Client();

        var result = await WebhookChannels.Of(type, client, new ImpatientTime())
            .SendAsync(To(type, server), Samples.Delivery(Samples.Lavrov), Cancellation);

        Assert.Equal((DeliveryOutcome.Delivered, 200), (result.Outcome, result.Status));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_Cancelled_Throws(string type)
    {
        using var stop = new CancellationTokenSource();
        await using var server = await LocalServer.StartAsync(async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = WebhookChannels.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WebhookChannels.Of(type, client)
            .SendAsync(To(type, server), Samples.Delivery(Samples.Lavrov), stop.Token));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_AddressRefusedByTheGuard_SaysWhy(string type)
    {
        using var client = new HttpClient(new Guard());
        var destination = Samples.Destination(type, $"https://hooks.example/{Token}");

        var result = await WebhookChannels.Of(type, client).SendAsync(destination, Samples.Delivery(Samples.Lavrov), Cancellation);

        Assert.Equal(DeliveryOutcome.Failed, result.Outcome);
        Assert.Contains("hooks.example has the private address 10.0.0.1", result.Reason, StringComparison.Ordinal);
        AssertNoSecret(result);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_NoAddress_FailsWithAReason(string type)
    {
        using var client = WebhookChannels.Client();
        foreach (var url in (Secret?[])[null, new(""), new("not an address"), new("ftp://hooks.example/x"), new("/relative")])
        {
            var destination = Samples.Destination(type, "") with { Url = url };

            var result = await WebhookChannels.Of(type, client).SendAsync(destination, Samples.Delivery(Samples.Lavrov), Cancellation);

            Assert.Equal(new DeliveryResult(DeliveryOutcome.Failed, "The destination has no http or https address."), result);
        }
    }

    private static DeliveryOutcome Expected(int status) => status switch
    {
        < 300 => DeliveryOutcome.Delivered,
        410 => DeliveryOutcome.Gone,
        429 or 502 or 504 => DeliveryOutcome.RateLimited,
        413 or 415 or 422 => DeliveryOutcome.Refused,
        _ => DeliveryOutcome.Failed,
    };

    private static Destination To(string type, LocalServer server) => Samples.Destination(type, $"{server.Address}{Token}");

    private static async Task<DeliveryResult> SendAsync(string type, LocalServer server)
    {
        using var client = WebhookChannels.Client();
        return await WebhookChannels.Of(type, client).SendAsync(To(type, server), Samples.Delivery(Samples.Lavrov), Cancellation);
    }

    /// <summary>Not even eight characters in a row of a secret.</summary>
    private static void AssertNoSecret(DeliveryResult result)
    {
        foreach (var secret in (string[])[Token, Samples.SigningKey[6..]])
        {
            for (var i = 0; i + 8 <= secret.Length; i++)
            {
                Assert.DoesNotContain(secret.Substring(i, 8), result.Reason, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private sealed class Guard : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException($"{request.RequestUri?.Host} has the private address 10.0.0.1 ({request.RequestUri}).");
    }
}
