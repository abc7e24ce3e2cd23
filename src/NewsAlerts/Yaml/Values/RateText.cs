using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsAlerts.Yaml.Values;

/// <summary>How often something may be at the most, as alerts.yaml writes it: <c>20/h</c>, <c>1/s</c>.</summary>
internal static partial class RateText
{
    private const int Most = 1000;

    /// <summary>How often, and in what time; null where the text does not say it.</summary>
    public static (int Count, TimeSpan Per)? Parse(string text) =>
        text.Split('/') is [var number, var unit]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is >= 1 and <= Most
        && Unit(unit) is { } per
            ? (count, per)
            : null;

    /// <summary>The least time between two, at the rate of a text that <see cref="Check"/> has nothing against.</summary>
    public static TimeSpan? Distance(string text) => Parse(text) is var (count, per) ? per / count : null;

    /// <summary>Why the text is no rate; null where it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="units">The letters that may stand after the slash.</param>
    public static Problem? Check(string text, string units)
    {
        var example = $"{(units == "h" ? 20 : 1)}/{units[0]}";
        return Parse(text) is not null && units.Contains(text[^1], StringComparison.Ordinal)
            ? null
            : new Problem($"is not a rate: write {example}, from 1 to {Most}", Meant(text, units));
    }

    // 20 a day are no 20 an hour.
    private static string? Meant(string text, string units)
    {
        var match = Loose().Match(text);
        var unit = match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "" => units[0],
            "s" or "sec" or "second" or "seconds" => 's',
            "m" or "min" or "minute" or "minutes" => 'm',
            "h" or "hr" or "hour" or "hours" or "hourly" => 'h',
            _ => '?',
        };
        var rate = $"{match.Groups["number"].Value}/{unit}";
        return units.Contains(unit, StringComparison.Ordinal) && Parse(rate) is not null ? rate : null;
    }

    private static TimeSpan? Unit(string unit) => unit switch
    {
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        "h" => TimeSpan.FromHours(1),
        _ => null,
    };

    [GeneratedRegex(@"^\s*(?<number>[0-9]+)\s*(?:/|x|per|an?\b)?\s*(?<unit>\p{L}*)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Loose();
}
