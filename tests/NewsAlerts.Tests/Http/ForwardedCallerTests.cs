using System.Net;
using NewsAlerts.Configuration;
using NewsAlerts.Http;

namespace NewsAlerts.Tests.Http;

public class ForwardedCallerTests
{
    [Theory]
    [InlineData("198.51.100.7", "203.0.113.1", "198.51.100.7")]
    [InlineData("10.0.0.7", "203.0.113.1", "10.0.0.7")]
    [InlineData("192.168.1.2", "203.0.113.1", "192.168.1.2")]
    [InlineData("127.0.0.1", "", "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.1", "203.0.113.1")]
    [InlineData("::1", "203.0.113.1", "203.0.113.1")]
    [InlineData("::ffff:127.0.0.1", "203.0.113.1", "203.0.113.1")]
    [InlineData("127.0.0.1", "6.6.6.6, 203.0.113.1", "203.0.113.1")]
    [InlineData("127.0.0.1", "6.6.6.6, 10.0.0.7", "10.0.0.7")]
    [InlineData("127.0.0.1", "6.6.6.6, 203.0.113.1, 127.0.0.2", "203.0.113.1")]
    [InlineData("127.0.0.1", "127.0.0.3, ::1", "127.0.0.3")]
    [InlineData("127.0.0.1", "203.0.113.1:4711", "203.0.113.1")]
    [InlineData("127.0.0.1", "[2001:db8::1]:4711", "2001:db8::1")]
    [InlineData("127.0.0.1", "2001:db8::1", "2001:db8::1")]
    [InlineData("127.0.0.1", "6.6.6.6, unknown", "127.0.0.1")]
    [InlineData("127.0.0.1", "6.6.6.6,", "127.0.0.1")]
    public void Of_ThisMachineTrusted_NearestThatIsNot(string caller, string header, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), ForwardedCaller.Of(IPAddress.Parse(caller), header, new Settings().TrustedProxies));

    [Theory]
    [InlineData("10.1.2.3", "6.6.6.6, 203.0.113.1, 10.9.9.9", "203.0.113.1")]
    [InlineData("127.0.0.1", "203.0.113.1", "127.0.0.1")]
    public void Of_OtherNetworksTrusted_ThoseAlone(string caller, string header, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), ForwardedCaller.Of(IPAddress.Parse(caller), header, [IPNetwork.Parse("10.0.0.0/8")]));

    [Fact]
    public void Of_NoCaller_Nobody() => Assert.Null(ForwardedCaller.Of(null, "203.0.113.1", new Settings().TrustedProxies));
}
