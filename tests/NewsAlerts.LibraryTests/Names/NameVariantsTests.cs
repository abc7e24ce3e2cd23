using NewsAlerts.Names;
using NewsAlerts.Names.Spellings;

namespace NewsAlerts.LibraryTests.Names;

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
    [InlineData("Lech Walesa", "Lech Wałęsa", true)]
    [InlineData("Lech Wałęsa", "LECH WALESA", true)]
    [InlineData("Novak Djokovic", "Novak Đoković", true)]
    [InlineData("Novak Đoković", "Novak Djokovic", true)]
    [InlineData("Novak Đoković", "Novak Dokovic", true)]
    [InlineData("Bjorn Ulvaeus", "Bjørn Ulvæus", true)]
    [InlineData("Bjørn Ulvæus", "Bjorn Ulvaeus", true)]
    [InlineData("Jørgen Vig Knudstorp", "Joergen Vig Knudstorp", true)]
    [InlineData("Davíð Oddsson", "David Oddsson", true)]
    [InlineData("Thorsteinn Bachmann", "Þorsteinn Bachmann", true)]
    [InlineData("Ilham Aliyev", "İlham Əliyev", true)]
    [InlineData("İlham Əliyev", "Ilham Aliyev", true)]
    [InlineData("Aleksander Kwasniewski", "Mieczysław Kwaśniewski", false)]
    [InlineData("Muammar Gaddafi", "Moammar Kadhafi", true)]
    [InlineData("Muammar Gaddafi", "Muammar Qaddafi", true)]
    [InlineData("Muammar Gaddafi", "Moammar Gadhafi", true)]
    [InlineData("Muammar Gaddafi", "Муаммар Каддафи", true)]
    [InlineData("Xi Jinping", "Xi Jinping", true)]
    [InlineData("Xi Jinping", "Xi Zhongxun was his father", false)]
    [InlineData("習近平", "主席習近平表示", true)]
    [InlineData("Sergei Lavrov", "Lavrov en-US😀bcbc", true)]
    [InlineData("Sergei Lavrov", "As Kremlin Lavrov saw it", true)]
    [InlineData("Sergei Lavrov", "Addressing Lavrov, he smiled.", true)]
    [InlineData("Sergei Lavrov", "Лаврова выступила в Перми.", false)]
    [InlineData("Sergei Lavrov", "Депутат Лаврова заявила это.", false)]
    [InlineData("Sergei Lavrov", "Речь Лаврова прозвучала вчера.", true)]
    [InlineData("Sergei Lavrov", "Визит Лаврова в Пекин отложен", true)]
    [InlineData("John Kerry", "Kerry Washington plays the lead.", false)]
    [InlineData("Mark Rutte", "Марк Рютте", true)]
    [InlineData("Sergei Lavrov", "The painter Ivan Lavrov shows his work. Lavrov was born in Riga.", false)]
    [InlineData("Sergei Lavrov", "Художник Иван Лавров и слова Лаврова", false)]
    [InlineData("Sergei Lavrov", "Ivan Lavrov met Sergei Lavrov. Lavrov left.", true)]
    [InlineData("Sergei Lavrov", "Lavrov spoke. The painter Ivan Lavrov did not.", true)]
    [InlineData("Sergei Lavrov", "spotkanie z Siergiejem Ławrowem", true)]
    [InlineData("Sergei Lavrov", "setkání s Lavrovem v Praze", true)]
    [InlineData("Sergei Lavrov", "słowa Siergieja Ławrowa", true)]
    [InlineData("Sergei Lavrov", "the singer Lavrova said", false)]
    [InlineData("Sergei Lavrov", "Maria Lavrova said", false)]
    [InlineData("Sergei Lavrov", "פוטין ולברוב נפגשו", true)]
    [InlineData("Sergei Lavrov", "הסביר ללברוב את העמדה", true)]
    [InlineData("Sergei Lavrov", "اجتمع بلافروف في موسكو", true)]
    [InlineData("Sergei Lavrov", "イワン・ラブロフが来日した。", false)]
    [InlineData("Bashar al-Assad", "رسالة للأسد من موسكو", true)]
    [InlineData("Benjamin Netanyahu", "ושרה נתניהו נחקרה", false)]
    [InlineData("Donald Tusk", "rozmowa z Donaldem Tuskiem", true)]
    [InlineData("Donald Trump", "Melania Trump and President Trump arrived.", true)]
    [InlineData("Donald Trump", "Donald Trump Jr. shot a film.", false)]
    [InlineData("Donald Trump", "Trump senior adviser resigns", true)]
    [InlineData("Donald Trump", "Trump Tower Evacuated After Fire Alarm", false)]
    [InlineData("Vladimir Putin", "Путина началась: рыбаки вышли в море.", false)]
    [InlineData("Yasser Arafat", "Pilgrims Climb Mount Arafat In Great Heat", false)]
    [InlineData("Lech Kaczyński", "Spotkanie z Jarosławem Kaczyńskim w Krakowie", false)]
    [InlineData("Donald Trump", "Trump Jr. shot a film.", false)]
    [InlineData("Sergei Lavrov", "Lavrov Jr. paints.", false)]
    [InlineData("Theresa May", "They met in May and left.", false)]
    [InlineData("Theresa May", "They met May and left.", true)]
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
