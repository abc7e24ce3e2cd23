using System.Text;
using NewsAlerts.Polling.Hubs;

namespace NewsAlerts.Tests.Polling.Hubs;

/// <summary>The HMACs are those of test case 2 of RFC 2202 §3 and RFC 4231 §4.3.</summary>
public class HubSignatureTests
{
    private const string Secret = "Jefe";

    private static readonly byte[] Body = Encoding.ASCII.GetBytes("what do ya want for nothing?");

    [Theory]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [InlineData("sha1=EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79")]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649")]
    [InlineData("sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")]
    public void IsRight_PublishedVector_True(string header) => Assert.True(HubSignature.IsRight(header, Secret, Body));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha1")]
    [InlineData("sha1=")]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c78")]
    [InlineData("sha256=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [InlineData("md5=750c783e6ab0b503eaa86e310a5db738")]
    public void IsRight_AnythingElse_False(string? header) => Assert.False(HubSignature.IsRight(header, Secret, Body));
}
