using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsAlerts.Feeds.Text;

/// <summary>Dates that start with the year: ISO 8601, W3C-DTF, RFC 3339, and loose forms of them.</summary>
internal static partial class IsoDate
{
    public static DateParts? Parse(string text)
    {
        var match = Extended().Match(text);
        if (!match.Success)
        {
            match = Basic().Match(text);
        }

        if (!match.Success || Day(match) is not var (year, month, day) || Time(match) is not { } time)
        {
            return null;
        }

        return DateZone.Offset(match.Groups["zone"].Value.Trim()) is { } offset
            ? new DateParts(year, month, day, time, offset)
            : null;
    }

    private static (int Year, int Month, int Day)? Day(Match match)
    {
        var written = match.Groups["y"];
        var year = DateParts.FullYear(Number(match, "y", 1), written.Length);
        if (match.Groups["ordinal"].Success)
        {
            var ordinal = Number(match, "ordinal", 1);
            var isDay = year is >= 1 and <= 9998 && ordinal is >= 1 and <= 366;
            var day = isDay ? new DateTime(year, 1, 1).AddDays(ordinal - 1) : default;
            return isDay ? (day.Year, day.Month, day.Day) : null;
        }

        var name = match.Groups["name"];
        var month = name.Success ? MonthNames.Find(name.Value) ?? 0 : Number(match, "m", 1);
        return (year, month, Number(match, "d", 1));
    }

    private static TimeSpan? Time(Match match)
    {
        var (hour, minute, second) = (Number(match, "H", 0), Number(match, "M", 0), Number(match, "S", 0));
        if (hour > 24 || minute > 59 || second > 60)
        {
            return null;
        }

        var fraction = match.Groups["F"].Success
            ? double.Parse("0." + match.Groups["F"].Value, CultureInfo.InvariantCulture)
            : 0;
        return new TimeSpan(hour, minute, second) + TimeSpan.FromSeconds(fraction);
    }

    private static int Number(Match match, string group, int absent) =>
        match.Groups[group].Success
            ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture)
            : absent;

    [GeneratedRegex(
        """
        ^(?:
          (?<y>[0-9]{4}) (?:
            (?<sep>[-/.]) (?: (?<m>[0-9]{1,2}) | (?<name>\p{L}+) ) (?: \k<sep> (?<d>[0-9]{1,2}) )?
            | - (?<ordinal>[0-9]{3})
          )?
          | (?<y>[0-9]{2}) - (?<m>[0-9]{2}) - (?<d>[0-9]{2})
          | - (?<y>[0-9]{2}) -? (?<m>[0-9]{2})
        )
        (?:
          (?: \s*[Tt]\s* | \s+ ) (?<H>[0-9]{1,2})
          (?: : (?<M>[0-9]{1,2}) (?: : (?<S>[0-9]{1,2}) (?: [.,:] (?<F>[0-9]{1,9}) [0-9]* )? )? )?
          \s* (?<zone> [A-Za-z/_]* \s* (?: [+-][0-9:]+ )? )
        )?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Extended();

    [GeneratedRegex(
        """
        ^(?<y>[0-9]{4}|[0-9]{2}) (?: (?<m>[0-9]{2}) (?<d>[0-9]{2}) | (?<ordinal>[0-9]{3}) )
        (?:
          T (?<H>[0-9]{2}) :? (?<M>[0-9]{2}) (?: :? (?<S>[0-9]{2}) (?: [.,] (?<F>[0-9]{1,9}) )? )?
          \s* (?<zone> [A-Za-z]* (?: [+-][0-9:]+ )? )
        )?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Basic();
}
