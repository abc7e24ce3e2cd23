using NewsAlerts.Channels.Email;

namespace NewsAlerts.Tests.Channels.Email;

/// <summary>What servers say to RCPT without an enhanced status code: only words that say so turn an address off.</summary>
public class RecipientReplyTests
{
    [Theory]
    [InlineData("No such user here")]
    [InlineData("no such person")]
    [InlineData("<me@example.org>: Recipient address rejected: User unknown in virtual mailbox table")]
    [InlineData("<me@example.org>... User unknown")]
    [InlineData("unknown user account")]
    [InlineData("sorry, no mailbox here by that name (#5.1.1)")]
    [InlineData("The email account that you tried to reach does not exist.")]
    [InlineData("Requested action not taken: mailbox not found")]
    [InlineData("Dear customer, this user doesn't have an example.org account (me@example.org)")]
    [InlineData("invalid recipient")]
    [InlineData("recipient does not exist here")]
    public void SaysNoSuchAddress_WordsThatSaySo_True(string reply) => Assert.True(RecipientReply.SaysNoSuchAddress(reply));

    [Theory]
    [InlineData("<quota@example.org>: Requested mail action aborted: exceeded storage allocation, Quota exceeded")]
    [InlineData("<ptr@example.org>: Bad DNS PTR resource record")]
    [InlineData("Sender frequency limited. http://help.example/cgi-bin/help?no=1000723")]
    [InlineData("Rejected due to DNSBL")]
    [InlineData("rejecting spoofed message")]
    [InlineData("user over quota")]
    [InlineData("Mailbox full")]
    [InlineData("Greylisted, try again in 5 minutes")]
    [InlineData("Mail from 192.0.2.1 - Connections not accepted from IP addresses on dynamic ranges")]
    [InlineData("SC-001 Mail rejected for content")]
    [InlineData("Too busy, try later")]
    [InlineData("Access from invalid HELO name")]
    [InlineData("Local problem, disk full")]
    [InlineData("5.2.2 Mailbox full")]
    [InlineData("Mailbox unavailable")]
    [InlineData("Requested action not taken: mailbox unavailable or not local")]
    [InlineData("Sender verify failed: no such user")]
    [InlineData("unknown address: no reverse DNS for 192.0.2.1")]
    [InlineData("HELO host not found: address does not exist")]
    [InlineData("5.7.1 no such user as far as you are concerned")]
    [InlineData("relay not permitted")]
    [InlineData("sorry, that domain isn't in my list of allowed rcpthosts; no valid cert for gatewaying, no relaying")]
    [InlineData("user temporarily unknown")]
    [InlineData("")]
    public void SaysNoSuchAddress_OtherWords_False(string reply) => Assert.False(RecipientReply.SaysNoSuchAddress(reply));
}
