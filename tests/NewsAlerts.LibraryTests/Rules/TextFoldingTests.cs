using NewsAlerts.Names.Text;

namespace NewsAlerts.LibraryTests.Rules;

public class TextFoldingTests
{
    [Theory]
    [InlineData('É', 'e')]
    [InlineData('ı', 'i')]
    [InlineData('Ｚ', 'z')]
    [InlineData('٣', '3')]
    [InlineData('أ', 'ا')]
    [InlineData('ﺳ', 'س')]
    [InlineData('İ', 'i')]
    [InlineData('ς', 'σ')]
    [InlineData('Ё', 'е')]
    [InlineData('й', 'и')]
    [InlineData('ガ', 'ガ')]
    [InlineData('Å', 'a')] // the Ångström sign
    [InlineData('Ø', 'o')]
    [InlineData('ǿ', 'o')]
    [InlineData('Ł', 'l')]
    [InlineData('Đ', 'd')]
    [InlineData('ð', 'd')]
    [InlineData('Ħ', 'h')]
    [InlineData('Ŧ', 't')]
    [InlineData('Ŋ', 'n')]
    [InlineData('ſ', 's')]
    [InlineData('Ə', 'a')]
    [InlineData('ғ', 'г')]
    [InlineData('Ґ', 'г')]
    [InlineData('₂', '2')]
    [InlineData('ⁿ', 'n')]
    [InlineData('ⅷ', '\u0002')] // looked at more closely: viii
    [InlineData('各', '各')] // a compatibility ideograph
    [InlineData('한', '한')]
    [InlineData('½', '½')]
    [InlineData('ा', 'ा')]
    public void Table_LetterOrNumber_IsFolded(char character, char folded) =>
        Assert.Equal(folded, TextFolding.Table[character]);

    [Theory]
    [InlineData('\'')]
    [InlineData('’')]
    [InlineData('-')]
    [InlineData('_')]
    [InlineData('・')]
    [InlineData('①')]
    [InlineData('\udfff')]
    public void Table_AnythingElse_Separates(char character) =>
        Assert.Equal(TextFolding.Separator, TextFolding.Table[character]);

    [Fact]
    public void Table_LatinDiacritics_AreDropped()
    {
        for (var mark = '\u0300'; mark <= '\u036f'; mark++)
        {
            Assert.Equal(TextFolding.Dropped, TextFolding.Table[mark]);
        }
    }

    [Fact]
    public void Table_FoldedCharacter_FoldsToItself()
    {
        foreach (var folded in TextFolding.Table)
        {
            if (folded > TextFolding.Special)
            {
                Assert.Equal(folded, TextFolding.Table[folded]);
            }
        }
    }
}
