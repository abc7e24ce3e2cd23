using NewsAlerts.Rules;
using NewsAlerts.Rules.Names;

namespace NewsAlerts.Tests.Rules.Names;

public class NameVariantsTests
{
    [Theory]
    [InlineData("Sergei Lavrov", "Sergey Lavrov left.", true)]
    [InlineData("Sergei Lavrov", "Serguei Lavrov", true)]
    [InlineData("Sergei Lavrov", "Außenminister Sergej Lawrow reiste ab", true)]
    [InlineData("Sergei Lavrov", "Siergiej Ławrow", true)]
    [InlineData("Sergei Lavrov", "Сергей Лавров", true)]
    [InlineData("Sergei Lavrov", "встреча с Сергеем Лавровым", true)]
    [InlineData("Sergei Lavrov", "слова Лаврова", true)]
    [InlineData("Sergei Lavrov", "S. Lavrov", true)]
    [InlineData("Sergei Lavrov", "Lavrov, Sergei", true)]
    [InlineData("Sergei Lavrov", "Lavrov’s words", true)]
    [InlineData("Sergei Lavrov", "Σεργκέι Λαβρόφ", true)]
    [InlineData("Sergei Lavrov", "سيرغي لافروف", true)]
    [InlineData("Sergei Lavrov", "סרגיי לברוב", true)]
    [InlineData("Sergei Lavrov", "セルゲイ・ラブロフ外相", true)]
    [InlineData("Sergei Lavrov", "the painter Ivan Lavrov", false)]
    [InlineData("Sergei Lavrov", "художник Иван Лавров", false)]
    [InlineData("Sergei Lavrov", "Мария Лаврова", false)]
    [InlineData("Boris Johnson", "Magic Johnson", false)]
    [InlineData("Boris Johnson", "Mr. Johnson said", true)]
    [InlineData("George W. Bush", "George W. Bush", true)]
    [InlineData("George W. Bush", "George H. W. Bush", false)]
    [InlineData("George W. Bush", "George Bush", true)]
    [InlineData("Muammar Gaddafi", "Moammar Kadhafi", true)]
    [InlineData("Muammar Gaddafi", "Muammar Qaddafi", true)]
    [InlineData("Muammar Gaddafi", "Moammar Gadhafi", true)]
    [InlineData("Muammar Gaddafi", "Муаммар Каддафи", true)]
    [InlineData("Xi Jinping", "Xi Jinping", true)]
    [InlineData("Xi Jinping", "Xi Zhongxun was his father", false)]
    [InlineData("習近平", "主席習近平表示", true)]
    [InlineData("Sergei Lavrov", "Lavrov en-US😀bcbc", true)]
    public void Read_Name_Finds(string name, string text, bool finds)
    {
        Assert.Equal(finds, new NameSearch(name).Finds(text));
    }

    [Theory]
    [InlineData("", "letters")]
    [InlineData("Lavro*", "no part of a name")]
    [InlineData("a, b, c", "one comma")]
    [InlineData("one two three four five six seven", "at most 6 words")]
    [InlineData("S. V.", "Initials alone")]
    public void Read_NoName_SaysWhy(string name, string says)
    {
        var reading = NameVariants.Read(name);

        Assert.False(reading.IsName);
        Assert.Contains(says, reading.Mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EveryPerson_StaysUnderTheCap()
    {
        Assert.All(NameFixture.People, entry => Assert.InRange(NameVariants.Read(entry.Person).Family.Count, 1, FamilyVariants.Most));
    }
}
