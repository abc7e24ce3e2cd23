using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Messages;

public class CleanTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("plain text", "plain text")]
    [InlineData("  two\r\n lines\t and a tab ", "two lines and a tab")]
    [InlineData("a\0b\u0007c\u0085d\u2028e", "a b c d e")]
    [InlineData("safe\u202Egnp.exe", "safegnp.exe")]
    [InlineData("\u2066isolate\u2069 \u202Aembedding\u202C", "isolate embedding")]
    [InlineData("می‌خواهم \u200Fعربي", "می‌خواهم \u200Fعربي")]
    [InlineData("👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦")]
    public void Of_FeedText_IsOneLineThatTurnsNothing(string? text, string expected) =>
        Assert.Equal(expected, CleanText.Of(text));

    [Fact]
    public void Of_LoneSurrogates_AreReplaced() => Assert.Equal("a\uFFFDb\uFFFD", CleanText.Of("a\uD83Db\uDE00"));

    [Fact]
    public void Of_LitWordsBehindRemovedCharacters_MoveWithTheirText()
    {
        var text = "\u202E  Lavrov \r\n on \uD83D Taiwan";

        var clean = CleanText.Of(text, [new(text.IndexOf("Taiwan", StringComparison.Ordinal), 6), new(3, 6)]);

        Assert.Equal("Lavrov on \uFFFD Taiwan", clean.Text);
        Assert.Equal(["Lavrov", "Taiwan"], clean.Runs().Where(run => run.Lit).Select(run => run.Text));
    }

    [Fact]
    public void Of_RangesOutOfBounds_AreClamped() =>
        Assert.Equal([new TextRun("news", true)], CleanText.Of("news", [new(-5, int.MaxValue), new(9, 3), new(2, -1)]).Runs());

    [Fact]
    public void Of_CleanText_IsAFixedPoint() => Prop
        .ForAll(Hostile.Text.ToArbitrary(), text => CleanText.Of(CleanText.Of(text)) == CleanText.Of(text))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyRanges_RunsAddUpToTheTextInWholeCharacters() => Prop
        .ForAll(Hostile.Text.ToArbitrary(), Gen.Choose(0, 90).Two().ListOf().ToArbitrary(), (text, ranges) =>
        {
            var clean = CleanText.Of(text, ranges.Select(range => new LitRange(range.Item1, range.Item2)));
            return string.Concat(clean.Runs().Select(run => run.Text)) == clean.Text
                && clean.Runs().All(run => run.Text.Length > 0 && !char.IsLowSurrogate(run.Text[0]) && !char.IsHighSurrogate(run.Text[^1]));
        })
        .QuickCheckThrowOnFailure();
}
