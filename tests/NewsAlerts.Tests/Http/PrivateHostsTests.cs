using NewsAlerts.Http;

namespace NewsAlerts.Tests.Http;

public class PrivateHostsTests
{
    [Theory]
    [InlineData("intranet", "http://intranet/a", true)]
    [InlineData("intranet", "http://Intranet:8080/a", true)]
    [InlineData("intranet:8080", "http://intranet:8080/a", true)]
    [InlineData("intranet:8080", "http://intranet:22/a", false)]
    [InlineData("intranet:80", "http://intranet/a", true)]
    [InlineData("intranet:443", "http://intranet/a", false)]
    [InlineData("intranet:8080", "http://other:8080/a", false)]
    [InlineData("::1", "http://[::1]:9/a", true)]
    [InlineData("[::1]", "http://[::1]:9/a", true)]
    [InlineData("[::1]:9", "http://[::1]:9/a", true)]
    [InlineData("[::1]:9", "http://[::1]:10/a", false)]
    [InlineData("10.0.0.7:9", "http://10.0.0.7:9/a", true)]
    [InlineData("10.0.0.7:0", "http://10.0.0.7:9/a", false)]
    [InlineData("10.0.0.7:", "http://10.0.0.7:9/a", false)]
    [InlineData("10.0.0.7:99999", "http://10.0.0.7:9/a", false)]
    [InlineData("http://intranet", "http://intranet/a", false)]
    public void Contain_Address_ByHostAndPortIfAny(string entry, string address, bool contains) =>
        Assert.Equal(contains, PrivateHosts.Contain(["other.example", entry], new Uri(address)));
}
