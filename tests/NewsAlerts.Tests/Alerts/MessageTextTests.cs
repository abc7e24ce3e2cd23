using NewsAlerts.Alerts;
using NewsAlerts.Alerts.Texts;
using NewsAlerts.Tests.Channels;

namespace NewsAlerts.Tests.Alerts;

public class MessageTextTests
{
    private static readonly Digest Night = new(
        new DateTimeOffset(2026, 11, 20, 21, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero), "Europe/Berlin");

    [Fact]
    public void Of_NewItems_HasNoHeadings()
    {
        var text = MessageText.Of([Samples.Lavrov, Samples.Arabic], null, Languages.English);

        Assert.Equal((null, null, "these 2 new items"), (text.Title, text.Closing, text.What));
        Assert.All(text.Alerts, alert => Assert.Null(alert.Heading));
    }

    [Fact]
    public void Of_Digest_EachRuleIsAHeadingOnce()
    {
        var other = Samples.Japanese with { Rules = [new("Lavrov on Taiwan", "x"), new("Another", "y")] };

        var text = MessageText.Of([Samples.Lavrov, other, Samples.Arabic], Night with { More = 12 }, Languages.English);

        Assert.Equal(["Lavrov on Taiwan", null, "تايوان"], text.Alerts.Select(alert => alert.Heading));
        Assert.Equal("and 12 more", text.Closing);
        Assert.Equal("Digest of 20 Nov 22:00 to 21 Nov 07:00: Lavrov: Moscow stands with Beijing on Taiwan (and 14 more)", text.Subject);
    }

    [Theory]
    [InlineData("UTC", "Digest of 20 Nov 21:00 to 21 Nov 06:00")]
    [InlineData("Europe/Berlin", "Digest of 20 Nov 22:00 to 21 Nov 07:00")]
    [InlineData("Asia/Tokyo", "Digest of 21 Nov 06:00 to 15:00")]
    public void Title_OfADigest_IsInTheReadersTimeZone(string zone, string title) =>
        Assert.Equal(title, (Night with { TimeZone = zone }).TitleIn(Languages.English));

    [Fact]
    public void Title_OfAPart_SaysWhichOne() =>
        Assert.EndsWith("21 Nov 07:00 (2 of 3)", (Night with { Part = 2, Parts = 3 }).TitleIn(Languages.English), StringComparison.Ordinal);
}
