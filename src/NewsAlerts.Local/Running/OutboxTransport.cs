using System.Net.Mail;
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
    /// <summary>Who the emails are from: there is no mail server that would have to accept it.</summary>
    public MailAddress From { get; } = new("alerts@localhost", "News alerts");

    /// <summary>Writes the email.</summary>
    public async Task<DeliveryResult> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        // SmtpClient chooses the file's name itself, so that each email gets a folder of its own first.
        var pickup = new DirectoryInfo(Path.Combine(Path.GetFullPath(folder), $".{Guid.NewGuid():N}"));
        try
        {
            pickup.Create();
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = pickup.FullName,
            };
            await client.SendMailAsync(message, cancellationToken);
            var name = $"{message.Headers["Message-ID"]?.Trim('<', '>').Split('@')[0]}.eml";
            pickup.GetFiles().Single().MoveTo(Path.Combine(folder, name), overwrite: true);
            return new DeliveryResult(DeliveryOutcome.Delivered, $"Written to {Path.Combine(folder, name)}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SmtpException)
        {
            return new DeliveryResult(DeliveryOutcome.Failed, $"The outbox cannot be written: {e.Message}");
        }
        finally
        {
            if (Directory.Exists(pickup.FullName))
            {
                pickup.Delete(recursive: true);
            }
        }
    }
}
