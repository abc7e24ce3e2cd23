using System.Reflection;
using NewsAlerts.Messages;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Tests.Channels;

namespace NewsAlerts.Tests.Messages;

public class LanguageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    // Properties are methods, too.
    private static readonly IReadOnlyList<MethodInfo> TextMethods =
    [
        .. typeof(Language).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(string)),
    ];

    public static TheoryData<string> Tags => [.. Languages.All.Select(language => language.Tag)];

    public static TheoryData<string> OtherTags => [.. Languages.All.Skip(1).Select(language => language.Tag)];

    [Theory]
    [InlineData("de", "de")]
    [InlineData("DE", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("es-419", "es")]
    [InlineData("en-US", "en")]
    [InlineData("deu", null)]
    [InlineData("it", null)]
    [InlineData("", null)]
    public void Find_Tag_IsTheLanguageWithoutItsRegion(string tag, string? expected)
    {
        Assert.Equal(expected, Languages.Find(tag)?.Tag);
        Assert.Equal(expected ?? "en", Languages.Of(tag).Tag);
    }

    [Theory]
    [InlineData("en", "UTC", "1 Mar 2026, 08:05 UTC")]
    [InlineData("en", "Etc/UTC", "1 Mar 2026, 08:05 UTC")]
    [InlineData("en", "Europe/London", "1 Mar 2026, 08:05 UTC")]
    [InlineData("en", "Asia/Kathmandu", "1 Mar 2026, 13:50 (UTC+5:45)")]
    [InlineData("de", "Europe/Berlin", "1. März 2026, 09:05 Uhr (UTC+1)")]
    [InlineData("fr", "Europe/Paris", "1er mars 2026, 09:05 (UTC+1)")]
    [InlineData("es", "America/Bogota", "1 mar 2026, 03:05 (UTC\u22125)")]
    public void ReaderTime_OfAMoment_IsThatOfTheReadersClock(string tag, string zone, string expected) =>
        Assert.Equal(expected, ReaderTime.Of(new DateTimeOffset(2026, 3, 1, 8, 5, 0, TimeSpan.Zero), zone, Languages.Of(tag)));

    [Theory]
    [InlineData("en", "Digest of 20 Nov 22:00 to 21 Nov 07:00 (2 of 3)", "Digest of 21 Nov 06:00 to 15:00")]
    [InlineData("de", "Zusammenfassung vom 20. Nov. 22:00 bis 21. Nov. 07:00 Uhr (Teil 2 von 3)", "Zusammenfassung vom 21. Nov. 06:00 bis 15:00 Uhr")]
    [InlineData("fr", "Récapitulatif du 20 nov. à 22:00 au 21 nov. à 07:00 (2 sur 3)", "Récapitulatif du 21 nov., de 06:00 à 15:00")]
    [InlineData("es", "Resumen del 20 nov 22:00 al 21 nov 07:00 (2 de 3)", "Resumen del 21 nov, de 06:00 a 15:00")]
    public void DigestTitle_OfANightAndOfADay_SaysBothEnds(string tag, string night, string day)
    {
        var digest = new Digest(Now.AddHours(-12.5), Now.AddHours(-3.5), "Europe/Berlin");

        Assert.Equal(night, (digest with { Part = 2, Parts = 3 }).TitleIn(Languages.Of(tag)));
        Assert.Equal(day, (digest with { TimeZone = "Asia/Tokyo" }).TitleIn(Languages.Of(tag)));
    }

    [Theory]
    [InlineData("en", "and 1 more", "and 2 more", "and 1 more rule", "and 2 more rules", "this new item", "these 2 new items")]
    [InlineData("de", "und 1 weitere", "und 2 weitere", "und 1 weitere Regel", "und 2 weitere Regeln", "diese neue Meldung", "diese 2 neuen Meldungen")]
    [InlineData("fr", "et 1 autre", "et 2 autres", "et 1 autre règle", "et 2 autres règles", "ce nouvel article", "ces 2 nouveaux articles")]
    [InlineData("es", "y 1 más", "y 2 más", "y 1 regla más", "y 2 reglas más", "esta noticia nueva", "estas 2 noticias nuevas")]
    public void Counts_OneAndTwo_AreSingularAndPlural(string tag, params string[] expected)
    {
        var language = Languages.Of(tag);

        string[] counts =
        [
            language.AndMore(1), language.AndMore(2), language.AndMoreRules(1), language.AndMoreRules(2),
            language.TheseItems(1), language.TheseItems(2),
        ];
        Assert.Equal(expected, counts);
    }

    [Fact]
    public void MessageText_InFrench_HasItsSpaceBeforeColons()
    {
        var text = MessageText.Of([Samples.Lavrov], Samples.Digest, Languages.Of("fr"));

        Assert.Equal(
            "Récapitulatif du 20 nov. à 22:00 au 21 nov. à 07:00 (2 sur 3)\u00A0: Lavrov on Taiwan", text.Subject);
        Assert.Equal("Lavrov on Taiwan\u00A0: Lavrov AND Taiwan", text.LineOf(text.Queries[0]));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Months_AllTwelve_AreDistinct(string tag) =>
        Assert.Equal(12, Enumerable.Range(1, 12).Select(month => Languages.Of(tag).Day(new DateTime(2026, month, 7))).Distinct().Count());

    [Theory]
    [MemberData(nameof(Tags))]
    public void Texts_OfALanguage_AreThereAndFitForHtml(string tag)
    {
        var language = Languages.Of(tag);

        Assert.All(typeof(Language).GetProperties(), property => AssertText((string?)property.GetValue(language)));
        Assert.All(TextMethods.Where(method => !method.IsSpecialName), method =>
            AssertText((string?)method.Invoke(language, [.. method.GetParameters().Select(Argument)])));
    }

    [Theory]
    [MemberData(nameof(OtherTags))]
    public void Texts_OfAnotherLanguage_AreNotThoseOfEnglish(string tag)
    {
        // What two languages may share: a word for a test.
        string[] shared = [nameof(Language.SampleWord), nameof(Language.Labelled)];
        var language = Languages.Of(tag);

        Assert.All(TextMethods.Where(method => !shared.Contains(method.Name.Replace("get_", "", StringComparison.Ordinal))), method =>
        {
            object[] arguments = [.. method.GetParameters().Select(Argument)];
            Assert.NotEqual(method.Invoke(Languages.English, arguments), method.Invoke(language, arguments));
        });
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void SampleAlert_InALanguage_HasItsWordLitUp(string tag)
    {
        var text = AlertText.Of(SampleAlert.Of("me", [], Languages.Of(tag), Now), Languages.Of(tag));

        Assert.NotEmpty(text.Title.Lit);
        Assert.NotEmpty(text.Snippet.Lit);
        Assert.Equal(tag, text.ItemLanguage);
    }

    // Names are put into sentences that are not escaped once more.
    private static void AssertText(string? text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text));
        Assert.DoesNotContain(text, character => character is '<' or '>' or '&' or '"' || char.IsControl(character));
    }

    private static object Argument(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(DateTime) ? new DateTime(2026, 10, 3, 8, 5, 0)
        : parameter.ParameterType == typeof(int) ? 3
        : "name";
}
