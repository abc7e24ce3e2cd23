using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Messages;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Messages;

public class SnippetTests
{
    private const string Text =
        "The foreign ministers met on Friday to speak of trade and fishing. Later that day Lavrov told the agency "
        + "that Moscow backs Beijing over Taiwan, as it has for decades. The talks will go on in the spring.";

    private static readonly Gen<List<int>> Starts =
        Gen.OneOf(Gen.Choose(0, 200), Gen.Choose(0, 10_050)).ListOf().Select(starts => starts.ToList());

    [Fact]
    public void Around_ShortText_IsTheWholeText()
    {
        var snippet = Snippet.Around("Lavrov on Taiwan", [new(10, 6)], 100);

        Assert.Equal("Lavrov on *Taiwan*", Show(snippet));
    }

    [Fact]
    public void Around_WordsInTheMiddle_StartsAndEndsBetweenWords()
    {
        var snippet = Snippet.Around(Text, Places("Lavrov", "Taiwan"), 90);

        Assert.Equal("…that day *Lavrov* told the agency that Moscow backs Beijing over *Taiwan*, as it has for…", Show(snippet));
        Assert.InRange(snippet.Text.Length, 1, 90);
    }

    [Fact]
    public void Around_WordsFarApart_ShowsTheFirst() =>
        Assert.Equal("…that day *Lavrov* told the agency that…", Show(Snippet.Around(Text, Places("Lavrov", "spring"), 40)));

    [Fact]
    public void Around_NoWords_IsTheStart() =>
        Assert.Equal("The foreign ministers met on…", Show(Snippet.Around(Text, [], 30)));

    [Fact]
    public void Around_WordAtTheEnd_UsesTheWholeBudgetBeforeIt()
    {
        var snippet = Snippet.Around(Text, Places("spring"), 60);

        Assert.EndsWith("in the *spring*.", Show(snippet), StringComparison.Ordinal);
        Assert.InRange(snippet.Text.Length, 45, 60);
    }

    [Fact]
    public void Around_AnyText_IsAWholePieceOfItWithinTheBudget() => Prop
        .ForAll(Hostile.LongText.ToArbitrary(), Starts.ToArbitrary(), Gen.Choose(2, 200).ToArbitrary(), (text, starts, budget) =>
        {
            var snippet = Snippet.Around(text, [.. starts.Select(start => new LitRange(start, 6))], budget);
            var clean = CleanText.Of(text);
            var body = snippet.Text;
            body = clean.StartsWith(body, StringComparison.Ordinal) ? body : body.TrimStart('…').TrimEnd('…');
            return snippet.Text.Length <= budget
                && snippet.Lit.All(range => range.Start >= 0 && range.Length > 0 && range.End <= snippet.Text.Length)
                && IsWholePiece(clean, body);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static bool IsWholePiece(string text, string piece)
    {
        var places = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        return places.Any(place =>
            string.CompareOrdinal(text, place, piece, 0, piece.Length) == 0 && places.Contains(place + piece.Length));
    }

    private static List<LitRange> Places(params string[] words) =>
        [.. words.Select(word => new LitRange(Text.IndexOf(word, StringComparison.Ordinal), word.Length))];

    private static string Show(LitText text) => text.Render(run => run, "*", "*");
}
