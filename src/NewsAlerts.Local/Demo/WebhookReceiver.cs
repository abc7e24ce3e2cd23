using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsAlerts.Channels.Webhook;

namespace NewsAlerts.Local.Demo;

/// <summary>
/// Receives a generic webhook as everybody should: it believes nothing that is not signed with the key (Standard
/// Webhooks), and knows alerts by their ids.
/// </summary>
/// <param name="key">The key that it shares with the sender.</param>
/// <param name="time">Tells whether a signature is fresh.</param>
internal sealed class WebhookReceiver(byte[] key, TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly HashSet<string> _alerts = [];
    private readonly Lock _lock = new();
    private int _refused;

    /// <summary>How many distinct alerts it was told of.</summary>
    public int Alerts
    {
        get
        {
            lock (_lock)
            {
                return _alerts.Count;
            }
        }
    }

    /// <summary>How many messages it refused.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Takes a message; false where its signature is wrong or stale.</summary>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>: Unix seconds.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>: one or more, separated by spaces.</param>
    /// <param name="body">The body, as it was sent.</param>
    public bool Receive(string id, string timestamp, string signatures, ReadOnlyMemory<byte> body)
    {
        if (!IsSigned(id, timestamp, signatures, body.Span))
        {
            Interlocked.Increment(ref _refused);
            return false;
        }

        using var message = JsonDocument.Parse(body);
        lock (_lock)
        {
            foreach (var alert in message.RootElement.GetProperty("data").GetProperty("alerts").EnumerateArray())
            {
                _alerts.Add(alert.GetProperty("id").GetString() ?? "");
            }
        }

        return true;
    }

    private bool IsSigned(string id, string timestamp, string signatures, ReadOnlySpan<byte> body)
    {
        if (!int.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return false;
        }

        var signed = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var right = Encoding.ASCII.GetBytes(WebhookSignature.Of([key], id, signed, body));
        return (time.GetUtcNow() - signed).Duration() <= Tolerance
            && signatures.Split(' ').Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), right));
    }
}
