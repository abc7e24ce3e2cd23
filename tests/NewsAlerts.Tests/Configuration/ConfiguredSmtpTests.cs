using MimeKit;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Email;
using NewsAlerts.Channels.Email.OAuth2;
using NewsAlerts.Configuration;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Configuration;

public class ConfiguredSmtpTests
{
    private readonly CurrentConfiguration _configuration = new(new AlertsConfiguration());

    [Fact]
    public async Task SendAsync_NoMailServer_IsRefusedWithTheReason()
    {
        var result = await SendAsync();

        Assert.Equal(DeliveryOutcome.Refused, result.Outcome);
        Assert.Contains("settings.smtp", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_MailServerConfiguredMeanwhile_UsesIt()
    {
        await using var server = new LocalSmtpServer();
        _configuration.Replace(new AlertsConfiguration
        {
            Settings = new Settings
            {
                Smtp = new SmtpSettings
                {
                    Host = "127.0.0.1",
                    Port = server.Port,
                    Security = SmtpSecurity.None,
                    From = "News <news@example.org>",
                },
            },
        });

        var result = await SendAsync();

        Assert.Equal(DeliveryOutcome.Delivered, result.Outcome);
        Assert.Contains("news@example.org", Assert.Single(server.Mails).From, StringComparison.Ordinal);
    }

    private async Task<DeliveryResult> SendAsync()
    {
        await using var transport = new ConfiguredSmtp(_configuration, new AccessTokens([], TimeProvider.System), TimeProvider.System);
        using var message = Mail.Message(transport.From.Address);
        return await transport.SendAsync(message, TestContext.Current.CancellationToken);
    }
}
