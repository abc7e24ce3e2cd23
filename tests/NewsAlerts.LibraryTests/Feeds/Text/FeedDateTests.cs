using System.Globalization;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.LibraryTests.Feeds.Text;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("2025-03-01", "2025-03-01T00:00:00Z")]
    [InlineData("2025-03", "2025-03-01T00:00:00Z")]
    [InlineData("2025", "2025-01-01T00:00:00Z")]
    [InlineData("20250301", "2025-03-01T00:00:00Z")]
    [InlineData("20250301T101500Z", "2025-03-01T10:15:00Z")]
    [InlineData("2025-060", "2025-03-01T00:00:00Z")]
    [InlineData("2025-03-01T10:15:30.5+02:00", "2025-03-01T08:15:30.5Z")]
    [InlineData("2025-03-01T10:15:30,25Z", "2025-03-01T10:15:30.25Z")]
    [InlineData("2025-03-01 10:15", "2025-03-01T10:15:00Z")]
    [InlineData("2025-03-01T24:00:00Z", "2025-03-02T00:00:00Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2025-03-01 10:15:30 +0100", "2025-03-01T09:15:30Z")]
    [InlineData("2025-03-01 10:15:30 EST", "2025-03-01T15:15:30Z")]
    [InlineData("2025-03-01T25:00:00Z", "2025-03-01T00:00:00Z")]
    [InlineData("2025/3/1 7:05", "2025-03-01T07:05:00Z")]
    public void Parse_YearFirst_IsTheInstant(string text, string expected)
    {
        AssertInstant(expected, text);
    }

    [Theory]
    [InlineData("Sat, 01 Mar 2025 10:00:00 GMT", "2025-03-01T10:00:00Z")]
    [InlineData("Sat, 1 Mar 2025 10:00 +0100", "2025-03-01T09:00:00Z")]
    [InlineData("1 Mar 25 10:00:00 UT", "2025-03-01T10:00:00Z")]
    [InlineData("1 Mar 97 10:00:00 Z", "1997-03-01T10:00:00Z")]
    [InlineData("Saturday, 01-Mar-25 10:00:00 GMT", "2025-03-01T10:00:00Z")]
    [InlineData("Sat Mar  1 10:00:00 2025", "2025-03-01T10:00:00Z")]
    [InlineData("Sat Mar 01 10:00:00 EST 2025", "2025-03-01T15:00:00Z")]
    [InlineData("March 1st, 2025 at 3:05 pm PDT", "2025-03-01T22:05:00Z")]
    [InlineData("1 March 2025, 12:10 a.m.", "2025-03-01T00:10:00Z")]
    [InlineData("Sat, 01 Mar 2025 10:00:00 GMT+2", "2025-03-01T08:00:00Z")]
    [InlineData("Sat, 01 Mar 2025 10:00:00 (CET)", "2025-03-01T09:00:00Z")]
    [InlineData("Sat, 01 Mar 2025 25:00:00", "2025-03-01T00:00:00Z")]
    [InlineData("Sat, 01 Mar 2025", "2025-03-01T00:00:00Z")]
    [InlineData("01.03.2025 10:00", "2025-03-01T10:00:00Z")]
    [InlineData("03/25/2025 10:00", "2025-03-25T10:00:00Z")]
    [InlineData("25/03/2025 10:00", "2025-03-25T10:00:00Z")]
    [InlineData("Sun, 31 Jun 2025 10:00:00 GMT", "2025-07-01T10:00:00Z")]
    public void Parse_DayFirst_IsTheInstant(string text, string expected)
    {
        AssertInstant(expected, text);
    }

    [Theory]
    [InlineData("EST", -5)]
    [InlineData("EDT", -4)]
    [InlineData("CST", -6)]
    [InlineData("MST", -7)]
    [InlineData("PST", -8)]
    [InlineData("PDT", -7)]
    [InlineData("BST", 1)]
    [InlineData("CET", 1)]
    [InlineData("CEST", 2)]
    [InlineData("MSK", 3)]
    [InlineData("HKT", 8)]
    [InlineData("JST", 9)]
    [InlineData("AEDT", 11)]
    [InlineData("QQQ", 0)]
    public void Parse_ZoneByName_IsItsHoursFromUtc(string zone, int hours)
    {
        var expected = new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.FromHours(hours)).ToUniversalTime();

        Assert.Equal(expected, FeedDate.Parse($"Wed, 15 Jan 2025 12:00:00 {zone}"));
    }

    [Theory]
    [InlineData("sam., 01 mars 2025 10:00:00 +0000")]
    [InlineData("mar. 01 mars 2025 10:00:00")]
    [InlineData("Sa, 01 M\u00e4r 2025 10:00:00 +0000")]
    [InlineData("s\u00e1bado, 1 de marzo de 2025 10:00")]
    [InlineData("s\u00e1b, 01 mar 2025 10:00:00 GMT")]
    [InlineData("sabato 1 marzo 2025 10:00")]
    [InlineData("1 mar\u00e7o 2025 10:00")]
    [InlineData("1 maart 2025 10:00")]
    [InlineData("1 marca 2025 10:00")]
    [InlineData("1 Mart 2025 10:00")]
    [InlineData("\u0421\u0431, 1 \u043c\u0430\u0440\u0442\u0430 2025 10:00:00")]
    [InlineData("1 \u039c\u03b1\u03c1\u03c4\u03af\u03bf\u03c5 2025 10:00")]
    [InlineData("2025\u5e743\u67081\u65e5 10:00")]
    [InlineData("2025\ub144 3\uc6d4 1\uc77c \uc624\uc804 10:00")]
    public void Parse_OtherLanguages_IsTheInstant(string text)
    {
        AssertInstant("2025-03-01T10:00:00Z", text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("yesterday at noon")]
    [InlineData("Sat, 01 2025 10:00:00")]
    [InlineData("2025-13-01")]
    [InlineData("2025-03-40")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("99999999999999999999")]
    public void Parse_NoDate_IsNull(string? text)
    {
        Assert.Null(FeedDate.Parse(text));
    }

    private static void AssertInstant(string expected, string text) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), FeedDate.Parse(text));
}
