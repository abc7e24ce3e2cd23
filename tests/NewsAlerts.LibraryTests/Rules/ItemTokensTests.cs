using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Names.Text;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.LibraryTests.Rules;

public class ItemTokensTests
{
    // Where a character falls into a block of 64, and a word beside the longest that has a key, decides what reads it.
    private static readonly Gen<string> Part = Gen.Frequency(
        (4, Gen.Elements("the", "Lavrov", "U2", "3.5", "sixteencharacter", "seventeencharacte", "co-op", "_x", "’", " ", "  ", ".", "…")),
        (3, Gen.Elements("é", "e\u0301", "\u0301", "Straße", "İ", "Президент", "й", "ΣΑΣ", "à", "½", "co\u00adop", "x\u200dy", "\u2060", "ﬁn")),
        (3, Gen.Elements("台", "湾\u0301", "が", "か\u3099", "ｶﾞ", "\u309a", "。", "ー", "ไทย", "ເດັກ", "မြန်မာ", "ភាសា", "한국", "\u1112\u1161\u11ab")),
        (2, Gen.Elements("العربية", "لِـ", "שָׁלוֹם", "हिन्दी", "क्\u200dष", "😀", "𝐀𝐁", "𠀋", "\udb40\udd00", "\ud83d", "\ude00", "ｆｕｌｌ１２")),
        (1, Gen.Choose(0, char.MaxValue).Select(unit => ((char)unit).ToString())),
        (1, Gen.Choose(40, 70).Select(length => new string('a', length))));

    private static readonly Gen<string> Text =
        from parts in Part.ListOf()
        from between in Gen.Elements("", "", " ")
        select string.Join(between, parts);

    [Fact]
    public void Read_AnyTexts_GivesTheTokensOfTheReader() =>
        Prop.ForAll(
            Text.Three().ToArbitrary(),
            texts =>
            {
                var tokens = new ItemTokens();
                tokens.Read(new(texts.Item1, texts.Item2, texts.Item3));
                return Tokens(tokens).SequenceEqual([.. Read(texts.Item1, 0), .. Read(texts.Item2, 1), .. Read(texts.Item3, 2)]);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000).WithEndSize(60));

    [Fact]
    public void Read_EveryUnitBetweenLetters_GivesTheTokensOfTheReader()
    {
        var tokens = new ItemTokens();
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            string[] texts = [$"{(char)unit}", $"a{(char)unit}b", $"台{(char)unit}湾{(char)unit}"];
            tokens.Read(new(texts[0], texts[1], texts[2]));

            Assert.Equal([.. Read(texts[0], 0), .. Read(texts[1], 1), .. Read(texts[2], 2)], Tokens(tokens));
        }
    }

    [Fact]
    public void Keys_OfShortTokens_AreThoseOfTheirCharacters()
    {
        var tokens = new ItemTokens();
        tokens.Read(new("sixteencharacter A é Лавров 台 президенты seventeencharacte", null, null));

        for (var token = 0; token < tokens.Count; token++)
        {
            Assert.Equal(token < 5, TermKey.TryMake(tokens.Folded(token), out var key));
            Assert.Equal(key, tokens.Keys[token]);
        }
    }

    private static List<(string, WordMatch)> Tokens(ItemTokens tokens) =>
    [
        .. Enumerable.Range(0, tokens.Count).Select(token => (tokens.Folded(token).ToString(), tokens.PlaceOf(new(token, token)))),
    ];

    private static List<(string, WordMatch)> Read(string text, int field)
    {
        var tokens = new List<(string, WordMatch)>();
        var reader = new TokenReader(text, new char[TextFolding.Room(text.Length)]);
        while (reader.Read())
        {
            tokens.Add((reader.Folded.ToString(), new((TextField)field, reader.Start, reader.End - reader.Start)));
        }

        return tokens;
    }
}
