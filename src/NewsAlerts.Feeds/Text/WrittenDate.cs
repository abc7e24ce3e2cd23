using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsAlerts.Feeds.Text;

/// <summary>
/// Dates as people and their programs write them: RFC 822 (§5), RFC 850, asctime and everything near them, in any
/// order that leaves no doubt. The time is taken out first, then the zone, then the day.
/// </summary>
internal static partial class WrittenDate
{
    public static DateParts? Parse(string text)
    {
        var rest = text;
        var time = TakeTime(ref rest);
        var offset = TakeOffset(ref rest);
        if ((Numeric(rest) ?? Named(rest)) is not var (year, month, day))
        {
            return null;
        }

        if (!DateParts.IsDay(year, month, day))
        {
            return null;
        }

        offset ??= ZoneIn(rest, new DateTime(year, month, Math.Min(day, 28)));
        return new DateParts(year, month, day, time, offset.Value);
    }

    private static TimeSpan TakeTime(ref string rest)
    {
        var match = Clock().Match(rest);
        if (!match.Success)
        {
            return TimeSpan.Zero;
        }

        var hour = Number(match.Groups["H"].Value);
        var half = match.Groups["half"].Value + match.Groups["before"].Value;
        if (half.Length > 0 && hour <= 12)
        {
            hour = (hour % 12) + (half is ['p' or 'P' or '下', ..] or "오후" ? 12 : 0);
        }

        var minute = match.Groups["M"].Success ? Number(match.Groups["M"].Value) : 0;
        var second = match.Groups["S"].Success ? Number(match.Groups["S"].Value) : 0;
        rest = string.Concat(rest.AsSpan(0, match.Index), " ", rest.AsSpan(match.Index + match.Length));
        return hour > 24 || minute > 59 || second > 60 ? TimeSpan.Zero : new TimeSpan(hour, minute, second);
    }

    private static TimeSpan? TakeOffset(ref string rest)
    {
        var match = OffsetFromUtc().Match(rest);
        if (!match.Success)
        {
            return null;
        }

        rest = string.Concat(rest.AsSpan(0, match.Index), " ", rest.AsSpan(match.Index + match.Length));
        return DateZone.Offset(match.Value.Trim()) ?? TimeSpan.Zero;
    }

    private static TimeSpan ZoneIn(string rest, DateTime day)
    {
        foreach (Match word in Word().Matches(rest))
        {
            if (word.Value.Contains('/') && DateZone.OffsetOfRegion(word.Value, day) is { } ofRegion)
            {
                return ofRegion;
            }

            if (DateZone.IsName(word.Value))
            {
                return DateZone.Offset(word.Value) ?? TimeSpan.Zero;
            }
        }

        return TimeSpan.Zero;
    }

    private static (int Year, int Month, int Day)? Numeric(string rest)
    {
        var match = YearFirst().Match(rest);
        if (match.Success)
        {
            return (Number(match.Groups["y"].Value), Number(match.Groups["m"].Value), Number(match.Groups["d"].Value));
        }

        match = YearLast().Match(rest);
        if (!match.Success)
        {
            return null;
        }

        var (first, second) = (Number(match.Groups["a"].Value), Number(match.Groups["b"].Value));
        var year = DateParts.FullYear(Number(match.Groups["y"].Value), match.Groups["y"].Length);

        // With slashes the month comes first, as in the United States, unless it cannot be one.
        return (match.Groups["sep"].Value == "/" && first <= 12) || second > 12
            ? (year, first, second)
            : (year, second, first);
    }

    private static (int Year, int Month, int Day)? Named(string rest)
    {
        // The last one: "mar." is a Tuesday in French before it is a month.
        var month = Word().Matches(rest).Select(word => MonthNames.Find(word.Value))
            .LastOrDefault(found => found is not null);
        var numbers = Digits().Matches(rest).Select(digits => digits.Value).ToList();
        var year = numbers.Find(number => number.Length == 4);
        if (year is not null)
        {
            numbers.Remove(year);
        }
        else if (numbers.Count >= 2)
        {
            year = numbers[1];
        }

        if (month is null || year is null || numbers.Count == 0 || numbers[0].Length > 2)
        {
            return null;
        }

        return (DateParts.FullYear(Number(year), year.Length), month.Value, Number(numbers[0]));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
        (?: (?<before>오전|오후|上午|下午) \s* )?
        \b (?<H>[0-9]{1,2})
        (?:
          : (?<M>[0-9]{2}) (?: : (?<S>[0-9]{2}) (?: [.,][0-9]+ )? )? (?: \s* (?<half>[AaPp])\.?[Mm]\b\.? )?
          | \s* (?<half>[AaPp])\.?[Mm]\b\.?
        )
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"(?:(?<=\s)|\bGMT|\bUTC|\bUT|\bZ)[+-][0-9]{1,2}(?::?[0-9]{2})?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetFromUtc();

    [GeneratedRegex(
        @"(?<y>[0-9]{4})\s?[-/.年년]\s?(?<m>[0-9]{1,2})\s?[-/.月월]\s?(?<d>[0-9]{1,2})", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"(?<![0-9])(?<a>[0-9]{1,2})(?<sep>[-/.])(?<b>[0-9]{1,2})\k<sep>(?<y>[0-9]{4}|[0-9]{2})(?![0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"[\p{L}\p{M}_]+(?:/[\p{L}_]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
