using NewsAlerts.Names.Text;

namespace NewsAlerts.LibraryTests.Rules;

public class TokenReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" — ", "")]
    [InlineData("Lavrov’s visit—Taïwan: 3.5% don't", "lavrov s visit taiwan 3 5 don t")]
    [InlineData("ÉCOLE Ёлка straße", "ecole елка strasse")]
    [InlineData("e\u0301cole", "ecole")]
    [InlineData("\u0301x", "x")]
    [InlineData("台湾の地震 ガス", "台 湾 の 地 震 ガ ス")]
    [InlineData("PS3台2", "ps3 台 2")]
    [InlineData("साथ दूर", "साथ दूर")]
    [InlineData("a😀b", "a b")]
    [InlineData("😀😀", "")]
    [InlineData("\ud800x\udc00", "x")]
    [InlineData("ﾞ", "")]
    [InlineData("ภาษาไทย 2 ก้าว", "ภ า ษ า ไ ท ย 2 ก้ า ว")]
    [InlineData("𐐀𐐁 𠮷a𠮷", "𐐨𐐩 𠮷 a 𠮷")]
    [InlineData("ﷲßﬃ", "اللهssffi")]
    [InlineData("Æþ ŒUVRE ĳ ǅ Ǽ", "aeth oeuvre ij dz ae")]
    [InlineData("CO₂ C₆H₁₂O₆", "co2 c6h12o6")]
    [InlineData("Trump¹ ²Xi 2024³ Malcolm X¹ 台¹湾", "trump xi 2024 malcolm x 台 湾")]
    [InlineData("x² km² E=mc² H²O", "x2 km2 e mc2 h2o")]
    [InlineData("①Trump② Xi❸", "trump xi")]
    [InlineData("Hawaiʻi", "hawaii")]
    public void Read_Text_GivesItsTokens(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', Read(text).Select(token => token.Folded)));

    [Fact]
    public void Read_Text_TellsWhereTokensAre() =>
        Assert.Equal(
            ["Cafe\u0301", "台", "湾\u0301", "bar"],
            Read("«Cafe\u0301 台湾\u0301!bar").Select(token => token.Original));

    [Theory]
    [InlineData("\u0301")]
    [InlineData("\ufe00")]
    [InlineData("\U000E0100")]
    [InlineData("\u3099")]
    [InlineData("\u200d")]
    public void Read_SignWithNothingBeforeIt_IsNoPartOfAToken(string sign) =>
        Assert.Equal(["a", "台"], Read($"{sign}a {sign}台").Select(token => token.Original));

    [Theory]
    [InlineData("--", 0)]
    [InlineData("word", 1)]
    [InlineData("co-op 台湾", 4)]
    public void Count_Text_CountsTokens(string text, int count) => Assert.Equal(count, TokenReader.Count(text));

    private static List<(string Folded, string Original)> Read(string text)
    {
        var tokens = new List<(string Folded, string Original)>();
        var reader = new TokenReader(text, new char[TextFolding.Room(text.Length)]);
        while (reader.Read())
        {
            tokens.Add((reader.Folded.ToString(), text[reader.Start..reader.End]));
        }

        return tokens;
    }
}
