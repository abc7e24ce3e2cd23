using NewsAlerts.Yaml;

namespace NewsAlerts.Tests.Yaml;

public class ExcerptTests
{
    [Theory]
    [InlineData("Lavrov AND", 7, 3, "       ^~~")]
    [InlineData("a\tb", 2, 1, "  ^")]
    [InlineData("台湾 AND (", 7, 1, "         ^")]
    [InlineData("📰 news", 3, 4, "   ^~~~")]
    [InlineData("Cafe\u0301 x", 6, 1, "     ^")]
    [InlineData("abc", 3, 0, "   ^")]
    [InlineData("", 0, 0, "^")]
    public void Of_ShortLine_PointsAtThePlace(string text, int start, int length, string marks) =>
        Assert.Equal(marks, Excerpt.Of(text, start, length).Marks);

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(499)]
    public void Of_LongLine_ShowsThePartAroundThePlace(int start)
    {
        var text = string.Concat(Enumerable.Range(0, 500).Select(index => (char)('a' + (index % 26))));

        var excerpt = Excerpt.Of(text, start, 3);

        Assert.InRange(excerpt.Line.Length, 3, 72);
        Assert.InRange(excerpt.Marks.Length, 1, 72);
        Assert.Equal(text[start], excerpt.Line[excerpt.Marks.IndexOf('^', StringComparison.Ordinal)]);
    }

    [Fact]
    public void Of_LongLineOfEmoji_CutsNoneInTwo()
    {
        var text = string.Concat(Enumerable.Repeat("📰", 200));

        for (var start = 0; start < text.Length; start++)
        {
            Assert.True(Excerpt.Of(text, start, 1).Line.EnumerateRunes().All(rune => rune.Value != 0xFFFD));
        }
    }
}
