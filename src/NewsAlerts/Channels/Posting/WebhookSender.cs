using System.Net.Http.Headers;
using System.Text;
using NewsAlerts.Feeds;
using NewsAlerts.Http;

namespace NewsAlerts.Channels.Posting;

/// <summary>Posts a message once and turns whatever comes back, or does not, into a result.</summary>
/// <param name="client">Follows no redirect, keeps no cookies, and refuses addresses that are not to be reached.</param>
/// <param name="time">The clock that the time-out runs on.</param>
internal sealed class WebhookSender(HttpClient client, TimeProvider time)
{
    /// <summary>From the first byte sent to the last one read; Standard Webhooks asks for 15 to 30 s.</summary>
    public static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(20);

    /// <summary>What is read of an answer, in bytes: enough for the reason after secrets are taken out.</summary>
    private const int AnswerLimit = 16 * 1024;

    /// <summary>Tries once. Only cancellation by the caller throws.</summary>
    public async Task<DeliveryResult> PostAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(message.Address, UriKind.Absolute, out var address) || !WebAddress.IsWeb(address))
        {
            return new DeliveryResult(DeliveryOutcome.Failed, "The destination has no http or https address.");
        }

        using var timer = new CancellationTokenSource(TimeOut, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var request = Request(address, message);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var answer = await ReadAsync(response.Content, both.Token);
            return Result(message, response, answer);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult(DeliveryOutcome.Failed, $"No answer within {TimeOut.TotalSeconds:0} s.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or NotSupportedException)
        {
            return new DeliveryResult(DeliveryOutcome.Failed, AnswerText.Of(Words(e), message.Secrets));
        }
    }

    private static HttpRequestMessage Request(Uri address, WebhookMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(message.ContentType);
        foreach (var (name, value) in message.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private DeliveryResult Result(WebhookMessage message, HttpResponseMessage response, string answer)
    {
        var status = (int)response.StatusCode;
        var outcome = WebhookOutcome.Of(status);
        var said = AnswerText.Of(answer, message.Secrets);
        var reason = (outcome, said) switch
        {
            (DeliveryOutcome.Delivered, "") => "Accepted.",
            (DeliveryOutcome.Delivered, _) => said,
            (_, "") => $"The receiver answered {status}.",
            _ => AnswerText.Of($"The receiver answered {status}: {said}"),
        };
        var waits = (TimeSpan?[])[RetryAfter.Read(response.Headers, time.GetUtcNow()), message.Pace(response, answer)];
        return new DeliveryResult(outcome, reason, status, waits.Max());
    }

    /// <summary>The start of the answer; empty where it breaks off, since its status has said what counts.</summary>
    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            var (bytes, complete) = await CappedContent.ReadAsync(content, AnswerLimit, cancellationToken);
            var text = Encoding.UTF8.GetString(bytes);
            // A secret that the limit tears would not be recognised: what may be a part of one is left out.
            return complete ? text : text[..(text.Length / 2)];
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or InvalidDataException)
        {
            return "";
        }
    }

    /// <summary>What is wrong, in words: .NET's outer message often only says that there is an inner one.</summary>
    private static string Words(Exception e) => e switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "The connection was closed before an answer came.",
        { InnerException: { } inner } when !e.Message.Contains(inner.Message, StringComparison.Ordinal) => $"{e.Message} {inner.Message}",
        _ => e.Message,
    };
}
