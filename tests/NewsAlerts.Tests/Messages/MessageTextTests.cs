using NewsAlerts.Messages;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Tests.Channels;

namespace NewsAlerts.Tests.Messages;

public class MessageTextTests
{
    private static readonly Digest Night = new(
        new DateTimeOffset(2026, 11, 20, 21, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero), "Europe/Berlin");

    [Fact]
    public void Of_NewItems_AreUnderTheirRules()
    {
        var other = Samples.Japanese with { Rules = Samples.Lavrov.Rules };

        var text = MessageText.Of([Samples.Lavrov, Samples.Arabic, other], null, Languages.English);

        Assert.Equal((null, null, "these 3 new items"), (text.Title, text.Closing, text.What));
        Assert.Equal([("Lavrov on Taiwan", 2), ("تايوان", 1)], text.Groups.Select(group => (group.Key, group.Count())));
    }

    [Fact]
    public void Of_Digest_SubjectNamesItsRules()
    {
        var other = Samples.Japanese with { Rules = [new("Lavrov on Taiwan", "x"), new("Another", "y")] };

        var text = MessageText.Of([Samples.Lavrov, other, Samples.Arabic], Night with { More = 12 }, Languages.English);

        Assert.Equal("and 12 more", text.Closing);
        Assert.Equal("Digest of 20 Nov 22:00 to 21 Nov 07:00: Lavrov on Taiwan, تايوان", text.Subject);
    }

    [Fact]
    public void Subject_OfADigestOfManyRules_CountsTheOthers()
    {
        var alerts = Enumerable.Range(1, 5).Select(i => Samples.Lavrov with { Rules = [new($"Rule {i} {new string('x', 70)}", "Taiwan")] });

        var subject = MessageText.Of(alerts, Night, Languages.English).Subject;

        Assert.EndsWith("… (and 2 more rules)", subject, StringComparison.Ordinal);
        Assert.InRange(subject.Length, 200, 250);
    }

    [Fact]
    public void Queries_OfSeveralRules_AreSaidOnceAndNotWhereTheyAreTheName()
    {
        AlertRule own = new("Taiwan OR Taipei", "Taiwan OR Taipei"), removed = new("Removed", ""), named = new("Named", "Lavrov");
        var text = MessageText.Of(
            [Samples.Lavrov with { Rules = [named, own] }, Samples.Arabic with { Rules = [removed, named] }], null, Languages.English);

        Assert.Equal(["Named: Lavrov"], text.Queries.Select(text.LineOf));
        Assert.Equal(["Lavrov"], MessageText.Of([Samples.Lavrov with { Rules = [named] }], null, Languages.English).Queries.Select(text.LineOf));
        Assert.Empty(MessageText.Of([Samples.Lavrov with { Rules = [own] }], null, Languages.English).Queries);
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
