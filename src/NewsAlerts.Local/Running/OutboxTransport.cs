using System.Text;
using MimeKit;
using MimeKit.Utils;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Local.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>
/// Writes emails into a folder instead of sending them, named by the delivery, so that an email written twice is there once: an
/// <c>.eml</c> file each, which a mail program opens, and beside it its HTML part as <c>.html</c>, which any browser does.
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
        var name = Path.Combine(folder, (message.MessageId ?? MimeUtils.GenerateMessageId()).Split('@')[0]);
        try
        {
            PrivateFiles.CreateFolder(folder);
            if (message.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.IsHtml) is { } html)
            {
                await WriteAsync($"{name}.html", file => file.WriteAsync(Encoding.UTF8.GetBytes(html.Text), cancellationToken).AsTask());
            }

            // Unprepared, MimeKit writes 8-bit text as it is.
            message.Prepare(EncodingConstraint.SevenBit, LongestLine);
            await WriteAsync($"{name}.eml", file => message.WriteToAsync(Format, file, cancellationToken));
            return new DeliveryResult(DeliveryOutcome.Delivered, $"Written to {name}.eml.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DeliveryResult(DeliveryOutcome.Failed, $"The outbox cannot be written: {e.Message}");
        }
    }

    private async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}");
        try
        {
            await using (var file = PrivateFiles.Open(unfinished, FileMode.CreateNew))
            {
                await write(file);
            }

            File.Move(unfinished, path, overwrite: true);
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
