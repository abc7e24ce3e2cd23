using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>Receives a signed webhook and answers as it behaves.</summary>
/// <param name="name">The destination's name.</param>
/// <param name="key">The key that signs.</param>
/// <param name="arrivals">Where it notes what it accepts.</param>
internal sealed class WebhookReceiver(string name, byte[] key, ConcurrentQueue<Arrival> arrivals)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Behaviour _behaviour = Cast.BehaviourOf(name);
    private readonly Lock _lock = new();
    private int _asked;
    private long? _accepted;

    /// <summary>Takes a message.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var at = Stopwatch.GetTimestamp();
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content);
        var body = content.ToArray();
        if (!IsSigned(context.Request.Headers, body))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var asked = Interlocked.Increment(ref _asked);
        if (_behaviour == Behaviour.Cutting && asked <= 3)
        {
            context.Abort();
            return;
        }

        if (_behaviour == Behaviour.Slow)
        {
            await Task.Delay(3 * Second);
        }

        context.Response.StatusCode = StatusOf(asked, at);
        if (context.Response.StatusCode == StatusCodes.Status204NoContent)
        {
            foreach (var item in ItemsOf(body))
            {
                arrivals.Enqueue(new Arrival(name, item, at));
            }
        }
        else if (context.Response.StatusCode == StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = "1";
        }
    }

    private int StatusOf(int asked, long at) => _behaviour switch
    {
        Behaviour.Recovering when asked <= 3 => StatusCodes.Status500InternalServerError,
        Behaviour.Failing => StatusCodes.Status500InternalServerError,
        Behaviour.Gone => StatusCodes.Status410Gone,
        Behaviour.Refusing => StatusCodes.Status422UnprocessableEntity,
        Behaviour.RateLimiting when !HasRoom(at) => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status204NoContent,
    };

    private bool HasRoom(long at)
    {
        lock (_lock)
        {
            if (_accepted is { } last && Stopwatch.GetElapsedTime(last, at) < Second)
            {
                return false;
            }

            _accepted = at;
            return true;
        }
    }

    // Written anew here: what signs must not be what verifies.
    private bool IsSigned(IHeaderDictionary headers, byte[] body)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}."), .. body];
        return headers["webhook-signature"] == $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, content))}";
    }

    private static IReadOnlyList<int> ItemsOf(byte[] body)
    {
        using var message = JsonDocument.Parse(body);
        return [.. message.RootElement.GetProperty("data").GetProperty("alerts").EnumerateArray()
            .Select(alert => Wire.NumberOf(alert.GetProperty("item").GetProperty("title").GetString() ?? ""))];
    }
}
