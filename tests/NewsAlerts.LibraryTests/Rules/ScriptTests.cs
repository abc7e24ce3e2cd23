using NewsAlerts.Rules;

namespace NewsAlerts.LibraryTests.Rules;

/// <summary>What readers of each script expect to find, and not to find.</summary>
public class ScriptTests
{
    [Theory]
    // Latin
    [InlineData("Strasse", "Die Straße", true)]
    [InlineData("straße", "STRASSE", true)]
    [InlineData("GROẞ*", "grosses Haus", true)]
    [InlineData("Diyarbakir", "Diyarbakır", true)]
    [InlineData("DIYARBAKIR", "diyarbakır", true)]
    [InlineData("İstanbul", "istanbul", true)]
    [InlineData("Isik", "IŞIK ışık", true)]
    [InlineData("Orban", "Orbán", true)]
    [InlineData("ＵＳ", "the US", true)]
    [InlineData("G20", "Ｇ２０", true)]
    [InlineData("office", "oﬃce", true)]
    [InlineData("Bundeskanzler", "Bundes\u00adkanzler", true)]
    [InlineData("bold", "𝗕𝗼𝗹𝗱 news", true)]
    [InlineData("2026", "𝟚𝟘𝟚𝟞", true)]
    [InlineData("fire", "fire🔥alarm", true)]
    [InlineData("alarm", "👩‍🚒alarm", true)]
    [InlineData("\"fire alarm\"", "fire🔥alarm", true)]
    [InlineData("Orsted", "Ørsted", true)]
    [InlineData("Ørsted", "ORSTED", true)]
    [InlineData("Walesa", "Wałęsa", true)]
    [InlineData("Łódź", "Lodz", true)]
    [InlineData("Tromso", "Tromsø", true)]
    [InlineData("\"Dien Bien Phu\"", "Điện Biên Phủ", true)]
    [InlineData("Mærsk", "Maersk", true)]
    [InlineData("maersk", "MÆRSK", true)]
    [InlineData("oeuvre", "l’œuvre", true)]
    [InlineData("Goðafoss", "Godafoss", true)]
    [InlineData("Hamrun", "Ħamrun", true)]
    [InlineData("Thorsteinn", "Þorsteinn", true)]
    [InlineData("Aliyev", "İlham Əliyev", true)]
    [InlineData("Hawaii", "Hawaiʻi", true)]
    [InlineData("=Orsted", "Ørsted", false)]
    [InlineData("=Ørsted", "Orsted", false)]
    [InlineData("=Ørsted", "Ørsted", true)]
    [InlineData("=Maersk", "Mærsk", false)]
    [InlineData("M?rsk", "Mærsk", true)] // one character of the text, though it folds to two
    [InlineData("stra?e", "Straße", true)]
    [InlineData("m??rsk", "Mærsk", true)]
    [InlineData("m?rsk", "Maersk", false)]
    [InlineData("CO2", "CO₂-Preis", true)]
    [InlineData("CO₂", "CO2 price", true)]
    [InlineData("H2O", "H₂O found", true)]
    [InlineData("=CO2", "CO₂", false)]
    [InlineData("Trump", "Trump¹ says", true)]
    [InlineData("Trump¹", "Trump says", true)]
    [InlineData("=Trump", "Trump¹ says", true)]
    [InlineData("km2", "5 km²", true)]
    // Greek, Cyrillic
    [InlineData("Ґедзь", "Гедзь", true)]
    [InlineData("Қазақстан", "Казакстан", true)]
    [InlineData("Οδυσσευς", "ΟΔΥΣΣΕΎΣ", true)]
    [InlineData("Οδυσσευσ", "Οδυσσεύς", true)]
    [InlineData("й", "Й", true)]
    [InlineData("чай", "Чай", true)]
    [InlineData("чаи\u0306", "Чай", true)] // the same letter, written as two
    [InlineData("Путин", "путин", true)]
    [InlineData("Горбачев", "Горбачёв", true)]
    [InlineData("Київ", "КИЇВ", true)]
    // Arabic, Hebrew
    [InlineData("محمد", "مُحَمَّد", true)] // vowels
    [InlineData("محمد", "محـــمد", true)] // tatweel
    [InlineData("احمد", "أحمد", true)] // hamza
    [InlineData("أحمد", "ا\u0654حمد", true)]
    [InlineData("مصطفي", "مصطفى", true)]
    [InlineData("غزه", "غزة", true)]
    [InlineData("ایران", "ايران", true)] // Persian and Arabic yeh
    [InlineData("سلام", "ﺳﻼﻡ", true)] // presentation forms, one a ligature
    [InlineData("الله", "ﷲ", true)]
    [InlineData("2026", "٢٠٢٦", true)]
    [InlineData("محمد", "محمود", false)]
    [InlineData("خواهم", "می\u200cخواهم", true)]
    [InlineData("می\u200cخواهم", "می\u200cخواهم", true)]
    [InlineData("שלום", "שָׁלוֹם", true)] // points
    [InlineData("שלום", "\ufb2aלום", true)]
    [InlineData("שלום", "שלומי", false)]
    // Devanagari, Bengali, Tamil
    [InlineData("हिन्दी", "हिन्दी समाचार", true)]
    [InlineData("क्षेत्र", "क्\u200dषेत्र", true)]
    [InlineData("सड\u093cक", "सड़क", true)]
    [InlineData("दिल्ली", "दिल्लीवाला", false)]
    [InlineData("2026", "२०२६", true)]
    [InlineData("বড\u09bc", "বড়", true)]
    [InlineData("கெ\u0bbe", "கொ", true)]
    // Hangul, Han, Kana
    [InlineData("대만", "대만 해협", true)]
    [InlineData("대만*", "대만의", true)]
    [InlineData("대만", "\u1103\u1162\u1106\u1161\u11ab", true)] // in its parts
    [InlineData("台湾", "台湾海峡", true)]
    [InlineData("湾海", "台湾海峡", true)]
    [InlineData("台海", "台湾海峡", false)]
    [InlineData("𠮷野家", "𠮷野家で", true)] // outside the BMP
    [InlineData("吉野家", "𠮷野家", false)]
    [InlineData("𤋮", "\ufa6c", true)] // a compatibility ideograph
    [InlineData("ニュース", "ﾆｭｰｽ", true)]
    [InlineData("ガス", "ｶﾞｽ", true)]
    [InlineData("パリ", "ハ\u309aリ", true)]
    [InlineData("ハリ", "パリ", false)]
    [InlineData("葛", "葛\U000e0100城", true)]
    // Korean nouns with their particles
    [InlineData("한국", "한국은 오늘", true)]
    [InlineData("한국", "한국의 대통령", true)]
    [InlineData("한국", "한국에서", true)]
    [InlineData("한국", "한국에서는", true)]
    [InlineData("한국", "한국으로부터", true)]
    [InlineData("한국", "한국까지도", true)]
    [InlineData("한국", "한국과의 회담", true)]
    [InlineData("한국", "한국만이", true)]
    [InlineData("한국", "한국뿐만", true)]
    [InlineData("한국", "한국이라는 나라", true)]
    [InlineData("한국", "한국어", false)]
    [InlineData("한국", "한국인", false)]
    [InlineData("한국", "한국은행", false)]
    [InlineData("한국", "한국는", false)] // the form behind a vowel
    [InlineData("한국", "한국가", false)]
    [InlineData("정부", "정부는", true)]
    [InlineData("정부", "정부은", false)]
    [InlineData("정부", "정부로", true)]
    [InlineData("서울", "서울로", true)]
    [InlineData("서울", "서울으로", false)]
    [InlineData("부산", "부산으로", true)]
    [InlineData("강", "강은", true)]
    [InlineData("강", "강의", false)] // a lecture
    [InlineData("국", "국가", false)]
    [InlineData("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1173\u11ab", true)] // in its parts
    [InlineData("=한국", "한국은", false)]
    [InlineData("=한국", "한국 정부", true)]
    [InlineData("한국은", "한국은", true)]
    [InlineData("한국은", "한국의", false)]
    [InlineData("\"한국 정부\"", "한국 정부는", true)]
    [InlineData("\"한국 정부\"", "한국의 정부는", false)] // inside a phrase as written
    [InlineData("=\"한국 정부\"", "한국 정부는", false)]
    [InlineData("\"한국 일본\"~3", "한국과 중국, 일본의", true)]
    [InlineData("한국 NEAR/2 일본", "한국과 오늘 일본은", true)]
    [InlineData("title:한국", "한국은", true)]
    [InlineData("코로나19", "코로나19는", true)]
    [InlineData("2만", "2만 명", true)]
    [InlineData("2", "2만 명", false)]
    [InlineData("LG", "LG는", true)]
    [InlineData("BTS", "BTS에서도", true)]
    [InlineData("\"LG 전자\"", "LG 전자가", true)]
    [InlineData("K팝", "K팝은", true)]
    [InlineData("K", "K팝은", false)]
    [InlineData("name:윤석열", "윤석열은", true)]
    [InlineData("name:윤석열", "윤석열과의", true)]
    [InlineData("name:윤석열", "윤석열식", false)]
    // Scripts without spaces
    [InlineData("ไทย", "ประเทศไทยและ", true)]
    [InlineData("กรุงเทพ", "ที่กรุงเทพมหานคร", true)]
    [InlineData("น้ำท่วม", "ข่าวน้ำท่วมใหญ่", true)]
    [InlineData("คน", "คนึง", false)] // น with a vowel is another syllable
    [InlineData("ไทยe", "ไทย e", true)]
    [InlineData("2566", "ปี๒๕๖๖", true)]
    [InlineData("ລາວ", "ປະເທດລາວ", true)]
    [InlineData("ខ្មែរ", "ភាសាខ្មែរ", true)]
    [InlineData("ខ្មែរ", "ភាសា\u200bខ្មែរ", true)] // a zero-width space
    [InlineData("မြန်မာ", "ပြည်ထောင်စုမြန်မာနိုင်ငံ", true)]
    [InlineData("မြန်", "မြန်မာ", true)]
    [InlineData("မြ", "မြန်မာ", true)]
    [InlineData("မာ", "မြန်မ", false)]
    public void Match_WordOfAScript_IsFoundAsReadersExpect(string query, string text, bool matches)
    {
        var rules = new List<int>();
        RuleMatcher.Compile([Queries.Parse(query)]).Match(new(text, null, null), rules);

        Assert.Equal(matches ? [0] : [], rules);
    }

    [Theory]
    [InlineData("กรุงเทพ", "ที่กรุงเทพมหานคร", "กรุงเทพ")]
    [InlineData("strasse", "die Straße.", "Straße")]
    [InlineData("대만", "(\u1103\u1162\u1106\u1161\u11ab)", "\u1103\u1162\u1106\u1161\u11ab")]
    [InlineData("bold", "«𝗕𝗼𝗹𝗱»", "𝗕𝗼𝗹𝗱")]
    [InlineData("ガ", "ｶﾞｽ", "ｶﾞ")]
    [InlineData("محمد", "قال مُحَمَّد", "مُحَمَّد")]
    [InlineData("g?oss", "groß", "groß")]
    [InlineData("maersk", "A. P. Mærsk’s ships", "Mærsk")]
    [InlineData("ij", "de Ĳ.", "Ĳ")]
    [InlineData("oeuvre", "l’œuvre!", "œuvre")]
    [InlineData("\"oeuvre th\"", "œuvre Þ et", "œuvre Þ")]
    [InlineData("CO2", "a CO₂-Preis", "CO₂")]
    [InlineData("Trump", "(Trump¹)", "Trump")]
    [InlineData("fi*", "ﬁnd it", "ﬁnd")]
    [InlineData("M?rsk", "die Mærsk.", "Mærsk")]
    [InlineData("한국", "오늘 한국에서는 …", "한국에서는")]
    [InlineData("\"한국 정부\"", "오늘 한국 정부는 …", "한국 정부는")]
    [InlineData("LG", "LG는", "LG")]
    public void Locate_WordOfAScript_IsLitUpWhole(string query, string text, string lit)
    {
        var place = Assert.Single(RuleMatcher.Compile([Queries.Parse(query)]).Locate(0, new(text, null, null)));

        Assert.Equal(lit, text.Substring(place.Start, place.Length));
    }

    [Theory]
    [InlineData("กรุง*", 0, "กรุง")]
    [InlineData("ไท?ย", 0, "\"ไท?ย\"")]
    public void Parse_SignInAScriptWithoutSpaces_IsAMistake(string query, int start, string suggestion)
    {
        var mistake = Queries.Mistake(query);

        Assert.Equal((start, suggestion), (mistake.Start, mistake.Suggestion));
    }
}
