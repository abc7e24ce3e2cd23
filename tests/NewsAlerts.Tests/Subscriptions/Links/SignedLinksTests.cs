using System.Buffers.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Channels;
using NewsAlerts.Configuration;
using NewsAlerts.Http;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Tests.Support;
using NewsAlerts.Web.Pages;

namespace NewsAlerts.Tests.Subscriptions.Links;

public class SignedLinksTests
{
    private const string Reader = "00112233445566778899aabbccddeeff";

    private static readonly Secret Key = new(Convert.ToBase64String("the first of two keys, 32 bytes!"u8));
    private static readonly Secret OtherKey = new(Convert.ToBase64String("another one of at least 32 bytes"u8));

    private readonly ManualTime _time = new();

    [Fact]
    public void Of_Subscriber_LinksSayWhomTheyAreAbout()
    {
        var links = Links(Key);

        var made = links.Of(Reader, "5e1b0a7c");

        Assert.StartsWith("https://alerts.example.org/subscriptions/unsubscribe?token=", made?.Unsubscribe.AbsoluteUri, StringComparison.Ordinal);
        Assert.StartsWith("https://alerts.example.org/subscriptions/manage?token=", made?.Manage?.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(
            new SignedLink(new LinkSubject(Reader) { Subscriptions = "5e1b0a7c" }, null),
            links.Read(LinkPurpose.Unsubscribe, TokenOf(made?.Unsubscribe)));
        Assert.Equal(
            new SignedLink(new LinkSubject(Reader), Seconds(_time.GetUtcNow() + SignedLinks.ManageFor)),
            links.Read(LinkPurpose.Manage, TokenOf(made?.Manage)));
    }

    [Theory]
    [InlineData("me")]
    [InlineData("العناوين, the “desk”")]
    public void Of_Destination_IsAboutItsNameAndItsAddress(string name)
    {
        var links = Links(Key);

        var made = links.Of(new Destination { Name = name, Type = "email", To = "me@example.org" });

        Assert.Null(made?.Manage);
        Assert.Equal(
            new LinkSubject(SubscriberId.Of("me@example.org")) { Destination = name },
            links.Read(LinkPurpose.Unsubscribe, TokenOf(made?.Unsubscribe))?.Subject);
    }

    [Fact]
    public void Of_Webhook_HasNoReader() =>
        Assert.Null(Links(Key).Of(new Destination { Name = "desk", Type = "slack", Url = new Secret("https://example.org") }));

    [Fact]
    public void Confirm_After48Hours_HasEndedAndStillSaysWhomItIsAbout()
    {
        var links = Links(Key);
        var token = TokenOf(links.Confirm(Reader, "5e1b0a7c"));

        _time.Advance(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        Assert.False(links.Read(LinkPurpose.Confirm, token)?.HasEnded(_time.GetUtcNow()));

        _time.Advance(TimeSpan.FromSeconds(1));
        var read = links.Read(LinkPurpose.Confirm, token);
        Assert.True(read?.HasEnded(_time.GetUtcNow()));
        Assert.Equal(new LinkSubject(Reader) { Subscriptions = "5e1b0a7c" }, read?.Subject);
    }

    [Fact]
    public void Read_TokenOfAnotherPurpose_IsNone()
    {
        var links = Links(Key);
        var purposes = Enum.GetValues<LinkPurpose>();
        foreach (var (made, asked) in purposes.SelectMany(made => purposes.Select(asked => (made, asked))))
        {
            var token = LinkToken.Write(made, new SignedLink(new LinkSubject(Reader), null), Key);
            Assert.Equal(made == asked, links.Read(asked, token) is not null);

            // Nor is one whose purpose was written over.
            var bytes = Base64Url.DecodeFromChars(token);
            bytes[1] = (byte)asked;
            Assert.Equal(made == asked, links.Read(asked, Base64Url.EncodeToString(bytes)) is not null);
        }
    }

    [Fact]
    public void Read_AnyOneByteChangedOrTakenAway_IsNone()
    {
        var links = Links(Key);
        var bytes = Base64Url.DecodeFromChars(TokenOf(links.Confirm(Reader, "5e1b0a7c")));
        Assert.NotNull(links.Read(LinkPurpose.Confirm, Base64Url.EncodeToString(bytes)));

        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            Assert.Null(links.Read(LinkPurpose.Confirm, Base64Url.EncodeToString(changed)));
            Assert.Null(links.Read(LinkPurpose.Confirm, Base64Url.EncodeToString(bytes.AsSpan(0, i))));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("%%%")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Read_SomethingElse_IsNone(string? token) => Assert.Null(Links(Key).Read(LinkPurpose.Manage, token));

    [Fact]
    public void Read_LongText_IsNone() => Assert.Null(Links(Key).Read(LinkPurpose.Manage, new string('A', 10_000_000)));

    [Fact]
    public void Read_KeysThatChange_OldLinksWorkUntilTheirKeyIsGone()
    {
        var token = TokenOf(Links(Key).Manage(Reader));

        Assert.NotNull(Links(OtherKey, Key).Read(LinkPurpose.Manage, token));
        Assert.Null(Links(OtherKey).Read(LinkPurpose.Manage, token));
        Assert.NotNull(Links(OtherKey).Read(LinkPurpose.Manage, TokenOf(Links(OtherKey, Key).Manage(Reader))));
    }

    /// <summary>Emails of last year hold links: what was written once is read for ever.</summary>
    [Fact]
    public void Read_TokenOfThePast_IsReadToday() => Assert.Equal(
        new SignedLink(new LinkSubject(Reader) { Destination = "me" }, null),
        Links(Key).Read(LinkPurpose.Unsubscribe, "AQMAAAAAAgARIjNEVWZ3iJmqu8zd7v9tZU2Kdut8Y77YYS2C1lFm6LM"));

    [Fact]
    public async Task Make_InAProcessThatServesNothing_LeadsToTheOneThatDoes()
    {
        var settings = new Settings { PublicUrl = "https://alerts.example.org", SigningKeys = [Key] };
        await using var services = new ServiceCollection().AddNewsAlerts(new AlertsConfiguration { Settings = settings }).BuildServiceProvider();

        var links = services.GetRequiredService<SignedLinks>().Of(Reader);

        Assert.StartsWith("https://alerts.example.org/subscriptions/unsubscribe?token=", links?.Unsubscribe.AbsoluteUri, StringComparison.Ordinal);
        Assert.Null(services.GetRequiredService<PublicSite>().Address);
    }

    [Fact]
    public void Make_WithoutKeyOrAddress_ThereAreNone()
    {
        Assert.False(Links().AreMade);
        Assert.Null(Links().Manage(Reader));
        Assert.Null(Links().Of(Reader));

        Assert.Null(new SignedLinks(Current(null, Key), _time).Manage(Reader));
    }

    private SignedLinks Links(params Secret[] keys) => new(Current("https://alerts.example.org", keys), _time);

    private static CurrentConfiguration Current(string? publicUrl, params Secret[] keys) =>
        new(new AlertsConfiguration { Settings = new Settings { PublicUrl = publicUrl, SigningKeys = keys } });

    private static string TokenOf(Uri? link) => FormValues.Parse(link?.Query ?? "")["token"] ?? "";

    private static DateTimeOffset Seconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
