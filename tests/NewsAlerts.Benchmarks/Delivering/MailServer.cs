using System.Collections.Concurrent;
using System.Diagnostics;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>An SMTP server whose mailboxes answer as they behave.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> _asked = new();
    private readonly LocalSmtpServer _server;

    /// <param name="arrivals">Where it notes what it accepts.</param>
    public MailServer(ConcurrentQueue<Arrival> arrivals) => _server = new LocalSmtpServer
    {
        Reply = Reply,
        Accepted = mail => arrivals.Enqueue(
            new Arrival(NameOf(mail.Recipients.Single()), Wire.NumberOf(mail.Header("Subject")), Stopwatch.GetTimestamp())),
    };

    /// <summary>Where it listens.</summary>
    public int Port => _server.Port;

    /// <summary>The address of a destination.</summary>
    public static string AddressOf(string name) => $"{name}@example.org";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string NameOf(string address) => address[..address.IndexOf('@', StringComparison.Ordinal)];

    private string? Reply(string command)
    {
        if (!command.StartsWith("RCPT", StringComparison.Ordinal))
        {
            return null;
        }

        var name = NameOf(command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..]);
        var asked = _asked.AddOrUpdate(name, 1, (_, before) => before + 1);
        return Cast.BehaviourOf(name) switch
        {
            Behaviour.MailGreylisting when asked == 1 => "451 4.7.1 greylisted, try again",
            Behaviour.MailFull => "452 4.2.2 mailbox full",
            Behaviour.MailUnknown => "550 5.1.1 no such mailbox",
            Behaviour.MailRefusing => "550 5.7.1 refused by policy",
            _ => null,
        };
    }
}
