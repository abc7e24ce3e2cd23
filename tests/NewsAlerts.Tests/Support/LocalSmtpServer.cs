using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NewsAlerts.Tests.Support;

/// <summary>
/// A real SMTP server on a free port of 127.0.0.1 that keeps the mails it accepts. <see cref="Reply"/> decides what it
/// says to a command.
/// </summary>
internal sealed class LocalSmtpServer : IAsyncDisposable
{
    /// <summary>A reply that is none: the connection is closed.</summary>
    public const string Close = "CLOSE";

    private static readonly Lazy<X509Certificate2> OwnCertificate = new(() => SelfSigned("localhost"));

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly Task _accepting;

    public LocalSmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>
    /// The reply to a command (<c>CONNECT</c> stands for the greeting, <c>.</c> for the end of a mail), or null for the
    /// usual one; for example 550 to one recipient.
    /// </summary>
    public Func<string, string?> Reply { get; init; } = _ => null;

    /// <summary>What EHLO offers beside 8BITMIME, for example <c>STARTTLS</c>.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Whether it speaks TLS from the first byte.</summary>
    public bool IsTls { get; init; }

    /// <summary>What it shows in TLS: a certificate for localhost and 127.0.0.1 that nobody trusts unless told to.</summary>
    public X509Certificate2 Certificate { get; init; } = OwnCertificate.Value;

    /// <summary>Is told of each mail that it accepts.</summary>
    public Action<ReceivedMail> Accepted { get; init; } = _ => { };

    /// <summary>How many connections it has taken.</summary>
    public int Connections { get; private set; }

    /// <summary>The mails accepted until now, in order.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    /// <summary>The command lines received until now, in order.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>A certificate that has itself issued.</summary>
    /// <param name="name">The host that it is for, beside 127.0.0.1 for localhost.</param>
    /// <param name="ends">When it ends, in days from now.</param>
    public static X509Certificate2 SelfSigned(string name, int ends = 1)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(ends - 2), now.AddDays(ends));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                talks.Add(TalkAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = IsTls ? await ProtectAsync(client.GetStream()) : client.GetStream();
                var reader = ReaderOf(stream);
                await SayAsync(stream, Reply("CONNECT") ?? "220 localhost ready");
                var (from, recipients) = ("", new List<string>());
                var loginLines = 0;
                while (await reader.ReadLineAsync(_stop.Token) is { } command)
                {
                    _commands.Enqueue(command);
                    var verb = command.Split(' ', ':')[0].ToUpperInvariant();
                    loginLines = command.Equals("AUTH LOGIN", StringComparison.OrdinalIgnoreCase) ? 2 : Math.Max(0, loginLines - 1);
                    var reply = Reply(command) ?? (loginLines > 0 ? "334 UGFzc3dvcmQ6" : UsualReply(verb));
                    if (reply == Close)
                    {
                        return;
                    }

                    await SayAsync(stream, reply);
                    switch (verb)
                    {
                        case "MAIL":
                            (from, recipients) = (Path(command), []);
                            break;
                        case "RCPT" when reply[0] == '2':
                            recipients.Add(Path(command));
                            break;
                        case "STARTTLS" when reply[0] == '2':
                            stream = await ProtectAsync(stream);
                            reader = ReaderOf(stream);
                            break;
                        case "DATA" when reply[0] == '3':
                            var data = await ReadDataAsync(reader);
                            var answer = Reply(".") ?? "250 kept";
                            if (answer[0] == '2')
                            {
                                var mail = new ReceivedMail(from, recipients, data);
                                _mails.Enqueue(mail);
                                Accepted(mail);
                            }

                            if (answer == Close)
                            {
                                return;
                            }

                            await SayAsync(stream, answer);
                            break;
                        case "QUIT":
                            return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or the server is being disposed.
            }
        }
    }

    private string UsualReply(string verb) => verb switch
    {
        "EHLO" => string.Join("\r\n", ["250-localhost", .. Offers.Select(offer => $"250-{offer}"), "250 8BITMIME"]),
        "DATA" => "354 go on",
        "STARTTLS" => "220 go on",
        "QUIT" => "221 bye",
        "MAIL" or "RCPT" or "RSET" or "NOOP" or "HELO" => "250 ok",
        _ => "235 welcome",
    };

    private static string Path(string command) => command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)];

    private async Task SayAsync(Stream stream, string reply) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{reply}\r\n"), _stop.Token);

    /// <summary>The mail's lines, without the dots that SMTP adds (RFC 5321 §4.5.2).</summary>
    /// <exception cref="EndOfStreamException">The client went away before the end: what it sent is no mail.</exception>
    private async Task<string> ReadDataAsync(StreamReader reader)
    {
        var data = new StringBuilder();
        while (true)
        {
            var line = await reader.ReadLineAsync(_stop.Token) ?? throw new EndOfStreamException("the mail has no end");
            if (line == ".")
            {
                return data.ToString();
            }

            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
    }

    /// <summary>Each byte as one character.</summary>
    private static StreamReader ReaderOf(Stream stream) => new(stream, Encoding.Latin1, leaveOpen: true);

    private async Task<Stream> ProtectAsync(Stream stream)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
        return tls;
    }
}
