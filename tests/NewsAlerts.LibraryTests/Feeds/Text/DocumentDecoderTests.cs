using System.Text;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.LibraryTests.Feeds.Text;

public sealed class DocumentDecoderTests
{
    private const string Russian = "Завтра ожидается облачная погода без осадков, ветер слабый";

    static DocumentDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("EUC-JP", "euc-jp", "明日は晴れのち曇りでしょう、風は弱い見込みです")]
    [InlineData("Shift_JIS", "shift_jis", "明日は晴れのち曇りでしょう、風は弱い見込みです")]
    [InlineData("EUC-KR", "euc-kr", "내일은 맑다가 흐리겠고 바람은 약하겠습니다")]
    [InlineData("GB2312", "gb2312", "明天多云转晴，风力不大，气温略有上升，请注意天气变化")]
    [InlineData("Big5", "big5", "明天多雲轉晴，風力不大，氣溫略有上升，請注意天氣變化")]
    [InlineData("TIS-620", "windows-874", "พรุ่งนี้อากาศแจ่มใสและมีเมฆบางส่วน")]
    [InlineData("windows-1255", "windows-1255", "מחר יהיה בהיר עד מעונן חלקית ללא שינוי בטמפרטורות")]
    [InlineData("windows-1256", "windows-1256", "غدا سيكون الطقس غائما جزئيا مع رياح خفيفة")]
    [InlineData("windows-1251", "windows-1251", Russian)]
    [InlineData("KOI8-R", "koi8-r", Russian)]
    [InlineData("windows-1253", "windows-1253", "Αύριο ο καιρός θα είναι αίθριος με λίγα σύννεφα")]
    [InlineData("windows-1252", "windows-1252", "Demain, le temps sera nuageux à très ensoleillé, été précoce")]
    public void Decode_NothingStated_RecognisesTheEncoding(string name, string encoding, string text)
    {
        var decoded = DocumentDecoder.Decode(Encoding.GetEncoding(encoding).GetBytes($"<rss>{text}</rss>"), null);

        Assert.Equal((name, $"<rss>{text}</rss>", true), (decoded.Encoding, decoded.Text, decoded.IsMistaken));
    }

    [Theory]
    [InlineData("text/xml; charset=utf-8", "utf-8")]
    [InlineData("text/xml; charset=\"windows-1251\"", "windows-1251")]
    [InlineData("text/xml; CHARSET = 'GB2312'", "gb18030")]
    [InlineData("text/xml; charset=cp1250; q=1", "cp1250")]
    [InlineData("text/xml; charset=utf-16", "utf-8")]
    [InlineData("text/xml; charset=utf-7", "utf-8")]
    [InlineData("text/xml; charset=ibm037", "utf-8")]
    [InlineData("text/xml; charset=", "utf-8")]
    [InlineData("text/xml", "utf-8")]
    [InlineData(null, "utf-8")]
    public void Decode_Header_NamesTheEncodingThatFits(string? contentType, string expected)
    {
        Assert.Equal(expected, DocumentDecoder.Decode("<rss/>"u8, contentType).Encoding);
    }

    [Fact]
    public void Decode_Utf8WithOneWrongByte_StaysUtf8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Russian), 0xFF, .. Encoding.UTF8.GetBytes(Russian)];

        var decoded = DocumentDecoder.Decode(bytes, null);

        Assert.Equal(("utf-8", $"{Russian}\uFFFD{Russian}", true), (decoded.Encoding, decoded.Text, decoded.IsMistaken));
    }

    [Fact]
    public void Decode_Utf8CutInsideItsOnlyCharacter_StaysUtf8()
    {
        Assert.Equal("utf-8", DocumentDecoder.Decode([(byte)'a', 0xE2, 0x82], null).Encoding);
    }

    [Theory]
    [InlineData("euc-jp", "明日は晴れのち曇りでしょう、風は弱い見込みです。のはなのまにのね、あの花の名は何なの")]
    [InlineData("shift_jis", "明日は晴れのち曇りでしょう、風は弱い見込みです")]
    [InlineData("euc-kr", "내일은 맑다가 흐리겠고 바람은 약하겠습니다")]
    [InlineData("gb2312", "明天多云转晴，风力不大，气温略有上升，请注意天气变化，联通公司")]
    [InlineData("big5", "明天多雲轉晴，風力不大，氣溫略有上升，請注意天氣變化")]
    [InlineData("windows-874", "พรุ่งนี้อากาศแจ่มใสและมีเมฆบางส่วน เกมเอเชีย")]
    [InlineData("windows-1255", "מחר יהיה בהיר עד מעונן חלקית ללא שינוי בטמפרטורות")]
    [InlineData("windows-1256", "غدا سيكون الطقس غائما جزئيا مع رياح خفيفة")]
    [InlineData("windows-1251", "«Ёлка» № 5 — завтра ожидается облачная погода")]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1253", "Αύριο ο καιρός θα είναι αίθριος με λίγα σύννεφα")]
    [InlineData("windows-1252", "Demain « l’Élysée » sera nuageux à très ensoleillé – été précoce…")]
    public void Decode_DeclaredUtf8ThatIsPlainlyWrong_IsNotBelieved(string encoding, string text)
    {
        var document = "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss>" + text + "</rss>";

        var decoded = DocumentDecoder.Decode(Encoding.GetEncoding(encoding).GetBytes(document), "text/xml; charset=utf-8");

        Assert.Equal(document, decoded.Text);
    }

    [Theory]
    [InlineData("Élysée. Caf\u00e9", 1)]
    [InlineData("日本経済", 1)]
    [InlineData("日本経済", 2)]
    [InlineData("Завтра облачно", 1)]
    [InlineData("It’s", 0)]
    [InlineData("Ports 📰", 3)]
    public void Decode_DeclaredUtf8CutInsideACharacter_IsBelieved(string text, int cut)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        byte[] document =
        [
            .. Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss>{text}</rss>"), .. bytes.AsSpan(0, bytes.Length - cut),
            .. "</d>"u8,
        ];

        var decoded = DocumentDecoder.Decode(document, "text/xml; charset=utf-8");

        Assert.Equal("utf-8", decoded.Encoding);
        Assert.Equal(cut > 0, decoded.Text.EndsWith("\uFFFD</d>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/xml; charset=iso-8859-1", "utf-8")]
    [InlineData("text/xml; charset=windows-1251", "utf-8")]
    [InlineData("text/xml; charset=gb2312", "utf-8")]
    [InlineData("text/xml; charset=utf-8", "windows-1252")]
    public void Decode_OneOfTwoNamesIsUtf8_WinsWhereItIsNearlyRight(string header, string declared)
    {
        byte[] document = [.. Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?><rss>Élysée réagit, caf"), 0xC3, .. "</rss>"u8];

        Assert.Equal("utf-8", DocumentDecoder.Decode(document, header).Encoding);
    }

    [Theory]
    [InlineData("gb2312", "气温略有上升")]
    [InlineData("big5", "氣溫略有上升")]
    [InlineData("shift_jis", "風は弱い見込み")]
    [InlineData("euc-jp", "風は弱い見込み")]
    [InlineData("euc-kr", "바람은 약하겠습니다")]
    public void Decode_AnotherEncodingCutInsideACharacter_KeepsTheTagBehindIt(string encoding, string text)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?><rss>{text}");

        var decoded = DocumentDecoder.Decode([.. bytes.AsSpan(0, bytes.Length - 1), .. "</rss>"u8], null);

        Assert.EndsWith($"{text[..^1]}\uFFFD</rss>", decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_Ebcdic_IsReadByItsDeclaration()
    {
        var document = "<?xml version=\"1.0\" encoding=\"ibm037\"?><rss/>";

        Assert.Equal(document, DocumentDecoder.Decode(Encoding.GetEncoding("IBM037").GetBytes(document), null).Text);
    }
}
