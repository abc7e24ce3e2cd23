using NewsAlerts.Subscriptions;

namespace NewsAlerts.Tests.Subscriptions;

/// <summary>Ids are in links that never end: a change of these values would leave people without a way out.</summary>
public class SubscriberIdTests
{
    [Theory]
    [InlineData("me@example.org", "855c94f3498940b241d6b5e78bb6f929")]
    [InlineData(" Me@Example.ORG\n", "855c94f3498940b241d6b5e78bb6f929")]
    [InlineData("José.O'Neil+News@Bücher.example", "65421aee885e2ea04701abdf46caab56")]
    [InlineData("jose\u0301.o'neil+news@XN--BCHER-KVA.example", "65421aee885e2ea04701abdf46caab56")]
    [InlineData("not an address", "f8121aab13d54c46a7450875d829bad1")]
    public void Of_Address_IsTheValueStoredBefore(string address, string id)
    {
        Assert.Equal(id, SubscriberId.Of(address));
        Assert.True(SubscriberId.IsOne(id));
    }

    [Theory]
    [InlineData("m.e@example.org")]
    [InlineData("me+news@example.org")]
    public void Of_DotsOrTagsDiffer_IsSomebodyElse(string address) =>
        Assert.NotEqual(SubscriberId.Of("me@example.org"), SubscriberId.Of(address));

    [Theory]
    [InlineData("")]
    [InlineData("../../../../../../../../etc/pass")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    public void IsOne_SomethingElse_IsNot(string text) => Assert.False(SubscriberId.IsOne(text));
}
