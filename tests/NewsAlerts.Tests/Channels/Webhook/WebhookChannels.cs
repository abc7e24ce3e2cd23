using NewsAlerts.Channels;
using NewsAlerts.Channels.Discord;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Channels.Slack;
using NewsAlerts.Channels.Teams;
using NewsAlerts.Channels.Webhook;
using NewsAlerts.Messages;

namespace NewsAlerts.Tests.Channels.Webhook;

/// <summary>The channels that post, as the contract tests run them.</summary>
internal static class WebhookChannels
{
    public static readonly TheoryData<string> Types = ["webhook", "slack", "teams", "discord"];

    /// <summary>A client as the service registers it: no redirects, no cookies.</summary>
    public static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public static IChannel Of(string type, HttpClient client, TimeProvider? time = null)
    {
        var sender = new WebhookSender(client, time ?? TimeProvider.System);
        return ((IChannel[])[new WebhookChannel(sender), new SlackChannel(sender), new TeamsChannel(sender), new DiscordChannel(sender)])
            .Single(channel => channel.Type == type);
    }

    /// <summary>What the channel would post.</summary>
    public static byte[] Body(string type, IReadOnlyList<Alert> alerts, Digest? digest = null, string language = "en") =>
        Body(type, Samples.Delivery(alerts) with { Digest = digest }, language);

    /// <summary>What the channel would post.</summary>
    public static byte[] Body(string type, OutgoingMessage delivery, string language = "en")
    {
        using var posted = new PostedBody();
        using var client = new HttpClient(posted);
        var sent = Of(type, client).SendAsync(
            Samples.Destination(type, "https://hooks.example/x") with { Language = language }, delivery, CancellationToken.None);
        Assert.True(sent.IsCompletedSuccessfully);
        return posted.Body;
    }

    /// <summary>Keeps what is posted, without a network: for properties, which post thousands.</summary>
    private sealed class PostedBody : HttpMessageHandler
    {
        public byte[] Body { get; private set; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var stream = request.Content?.ReadAsStream(cancellationToken) ?? Stream.Null;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            Body = copy.ToArray();
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
