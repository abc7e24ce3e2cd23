using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Messages;

public class GraphemesTests
{
    [Theory]
    [InlineData("Moscow backs Beijing", 20, "Moscow backs Beijing")]
    [InlineData("Moscow backs Beijing", 19, "Moscow backs…")]
    [InlineData("Moscow backs Beijing", 13, "Moscow backs…")]
    [InlineData("Moscow backs Beijing", 12, "Moscow…")]
    [InlineData("台湾海峡をめぐる問題", 5, "台湾海峡…")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 20, "👩‍👩‍👧‍👦…")]
    [InlineData("👩‍👩‍👧‍👦", 10, "…")]
    [InlineData("ab", 1, "…")]
    [InlineData("ab", 0, "")]
    public void Cut_LongText_EndsWithAWholeWordAndAnEllipsis(string text, int limit, string expected) =>
        Assert.Equal(expected, Graphemes.Cut(text, limit));

    [Fact]
    public void Cut_AnyTextAndLimit_IsAPrefixOfWholeCharactersWithinTheLimit() => Prop
        .ForAll(Hostile.Text.ToArbitrary(), Gen.Choose(0, 120).ToArbitrary(), (text, limit) =>
        {
            var clean = CleanText.Of(text);
            var cut = Graphemes.Cut(clean, limit);
            return cut.Length <= limit
                && (cut == clean || cut.Length == 0 || (cut[^1] == '…' && IsWholePrefix(clean, cut[..^1])));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void FloorAndCeiling_AnyPlace_AreTheNearestPlacesBetweenCharacters() => Prop
        .ForAll(Hostile.Text.ToArbitrary(), Gen.Choose(-1, 150).ToArbitrary(), (text, index) =>
        {
            var places = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToList();
            var place = Math.Clamp(index, 0, text.Length);
            return Graphemes.Floor(text, index) == places.Last(p => p <= place)
                && Graphemes.Ceiling(text, index) == places.First(p => p >= place);
        })
        .QuickCheckThrowOnFailure();

    /// <summary>The space before the ellipsis is dropped, so that the prefix may end one before a character's place.</summary>
    private static bool IsWholePrefix(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal)
        && StringInfo.ParseCombiningCharacters(text).Append(text.Length).Contains(prefix.Length);
}
