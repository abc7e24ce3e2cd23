using System.Text;
using NewsAlerts.Channels.Webhook;
using NewsAlerts.Http;

namespace NewsAlerts.Tests.Channels.Webhook;

public class WebhookSignatureTests
{
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void Of_ExampleOfTheSpecification_IsItsSignature() => Assert.Equal(Signature, Sign(Samples.SigningKey));

    [Fact]
    public void Of_TwoKeys_AreTwoSignatures() => Assert.Matches(
        $"^{System.Text.RegularExpressions.Regex.Escape(Signature)} v1,[A-Za-z0-9+/]{{43}}=$",
        Sign(Samples.SigningKey, $"whsec_{Convert.ToBase64String(new byte[64])}"));

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_not base64 at all, is it?!")]
    [InlineData("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void TryReadKey_AnythingElse_IsNone(string key) =>
        Assert.False(WebhookSignature.TryReadKey(new Secret(key), out _));

    [Fact]
    public void TryReadKey_KeyOf65Bytes_IsNone() => Assert.False(
        WebhookSignature.TryReadKey(new Secret($"whsec_{Convert.ToBase64String(new byte[65])}"), out _));

    private static string Sign(params string[] secrets)
    {
        var keys = secrets.Select(secret => WebhookSignature.TryReadKey(new Secret(secret), out var key) ? key : []);
        return WebhookSignature.Of(keys, Id, Time, Encoding.UTF8.GetBytes("""{"test": 2432232314}"""));
    }
}
