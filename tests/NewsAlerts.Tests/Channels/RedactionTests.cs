using NewsAlerts.Channels;
using NewsAlerts.Http;

namespace NewsAlerts.Tests.Channels;

public class RedactionTests
{
    private const string Address = "https://user:passw0rd@hooks.example:8443/services/T0AB12/XyZ%2Babcdef?sig=s3cr3t%2Fvalue&v=2";

    [Theory]
    [InlineData("refused: " + Address)]
    [InlineData("POST /services/T0AB12/XyZ%2Babcdef?sig=s3cr3t%2Fvalue&v=2 failed")]
    [InlineData("no team T0AB12")]
    [InlineData("token XyZ+abcdef is wrong")]
    [InlineData("token xyz%2babcdef is wrong")]
    [InlineData("{\"url\":\"https:\\/\\/hooks.example\\/services\\/T0AB12\\/XyZ%2Babcdef\"}")]
    [InlineData("signature s3cr3t/value does not match")]
    [InlineData("password passw0rd is wrong")]
    public void Redact_AnyPartOfAnAddress_IsGone(string text)
    {
        var redacted = Redaction.Redact(text, new Secret(Address));

        Assert.All(
            ["T0AB12", "XyZ", "abcdef", "s3cr3t", "passw0rd"],
            part => Assert.DoesNotContain(part, redacted, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("(redacted)", redacted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Samples.SigningKey)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("aHVudGVyMg==")]
    public void Redact_KeyOrPassword_IsGone(string secret) => Assert.Equal(
        "wrong: (redacted)", Redaction.Redact($"wrong: {secret}", new Secret(Samples.SigningKey), new Secret("hunter2")));

    [Fact]
    public void Redact_OrdinaryWords_Stay() => Assert.Equal(
        "Connection refused (hooks.example:8443)",
        Redaction.Redact("Connection refused (hooks.example:8443)", new Secret(Address), null));
}
