using MimeKit;
using MimeKit.Utils;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;

namespace NewsAlerts.Local.Running;

/// <summary>
/// Writes emails into a folder instead of sending them, one <c>.eml</c> file each, named by the delivery: an email
/// written twice is one file.
/// </summary>
/// <param name="folder">The folder; made at the first email.</param>
internal sealed class OutboxTransport(string folder) : IEmailTransport
{
    /// <summary>What every program that opens one of them takes for a line (RFC 5322 §2.1.1).</summary>
    private const int LongestLine = 78;

    private static readonly FormatOptions Format = LinesOfTheInternet();

    /// <summary>Who the emails are from: there is no mail server that would have to accept it.</summary>
    public MailboxAddress From { get; } = new("News alerts", "alerts@localhost");

    /// <summary>Writes the email.</summary>
    public async Task<DeliveryResult> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, $"{(message.MessageId ?? MimeUtils.GenerateMessageId()).Split('@')[0]}.eml");
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            // Unprepared, MimeKit writes 8-bit text as it is.
            message.Prepare(EncodingConstraint.SevenBit, LongestLine);
            await message.WriteToAsync(Format, unfinished, cancellationToken);
            File.Move(unfinished, file, overwrite: true);
            return new DeliveryResult(DeliveryOutcome.Delivered, $"Written to {file}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DeliveryResult(DeliveryOutcome.Failed, $"The outbox cannot be written: {e.Message}");
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    private static FormatOptions LinesOfTheInternet()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
