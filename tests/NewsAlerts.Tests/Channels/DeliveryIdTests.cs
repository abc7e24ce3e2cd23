using NewsAlerts.Channels;

namespace NewsAlerts.Tests.Channels;

/// <summary>Receivers recognise a repetition by this id, months later too.</summary>
public class DeliveryIdTests
{
    [Theory]
    [InlineData("msg_ca978112ca1bbdcafac231b39a23dc4d", "a")]
    [InlineData("msg_30421076271b030ecb2bf38583e56eb3", "b", "a", "C")]
    [InlineData("msg_30421076271b030ecb2bf38583e56eb3", "C", "b", "a")]
    public void Of_AlertIds_IsTheValueStoredBeforeInAnyOrder(string id, params string[] alertIds) =>
        Assert.Equal(id, DeliveryId.Of(alertIds));
}
