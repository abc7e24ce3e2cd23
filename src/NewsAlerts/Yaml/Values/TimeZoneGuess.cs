using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.TimeZones;

namespace NewsAlerts.Yaml.Values;

/// <summary>
/// Guesses which time zone of the IANA database was meant. Its zones of a fixed offset (<c>Etc/GMT+2</c>) are never a guess: their
/// signs are the other way round, and no place keeps to them through the year.
/// </summary>
internal static partial class TimeZoneGuess
{
    private const string Fixed = "Etc/";
    private const int LongestAbbreviation = 5;

    // Each on the clock of another one, from east to west.
    private static readonly string[] LargeCities =
    [
        "Pacific/Auckland", "Australia/Sydney", "Asia/Tokyo", "Asia/Shanghai", "Asia/Jakarta", "Asia/Dhaka", "Asia/Kathmandu",
        "Asia/Kolkata", "Asia/Karachi", "Asia/Dubai", "Asia/Tehran", "Europe/Istanbul", "Africa/Johannesburg", "Europe/Athens",
        "Europe/Berlin", "Africa/Lagos", "Europe/London", "Africa/Accra", "Atlantic/Azores", "America/Sao_Paulo",
        "America/New_York", "America/Bogota", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage",
        "Pacific/Honolulu",
    ];

    // Cities that readers look for and that are on the clock of another one.
    private static readonly FrozenDictionary<string, string> OtherCities = new Dictionary<string, string>
    {
        ["Asia/Shanghai"] = "Beijing Peking Shenzhen Guangzhou Wuhan Tianjin",
        ["Asia/Kolkata"] = "Mumbai Bombay Delhi New_Delhi Bangalore Bengaluru Chennai Hyderabad",
        ["Asia/Tokyo"] = "Osaka Kyoto",
        ["Asia/Seoul"] = "Busan",
        ["Asia/Dubai"] = "Abu_Dhabi",
        ["Asia/Karachi"] = "Islamabad Lahore",
        ["Asia/Ho_Chi_Minh"] = "Hanoi",
        ["America/New_York"] = "Washington Washington_DC Boston Miami Atlanta Philadelphia",
        ["America/Chicago"] = "Houston Dallas Austin",
        ["America/Los_Angeles"] = "San_Francisco Seattle San_Diego Las_Vegas",
        ["America/Toronto"] = "Ottawa",
        ["America/Sao_Paulo"] = "Rio_de_Janeiro Brasilia",
        ["Europe/Berlin"] = "Munich München Hamburg Frankfurt Cologne Köln Stuttgart",
        ["Europe/Paris"] = "Lyon Marseille Strasbourg",
        ["Europe/London"] = "Edinburgh Manchester Glasgow",
        ["Europe/Rome"] = "Milan Milano Naples Turin",
        ["Europe/Madrid"] = "Barcelona",
        ["Europe/Zurich"] = "Geneva Genève Bern Basel",
        ["Europe/Amsterdam"] = "Rotterdam The_Hague",
        ["Europe/Moscow"] = "Saint_Petersburg",
        ["Europe/Istanbul"] = "Ankara",
        ["Africa/Johannesburg"] = "Cape_Town Pretoria",
        ["Africa/Lagos"] = "Abuja",
        ["Australia/Sydney"] = "Canberra",
        ["Pacific/Auckland"] = "Wellington",
    }.SelectMany(zone => zone.Value.Split(' ').Select(city => (City: city, Id: zone.Key)))
        .ToFrozenDictionary(zone => zone.City, zone => zone.Id, StringComparer.OrdinalIgnoreCase);

    // IST, CST and BST are several each. Others are the database's own, and meant as such.
    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>
    {
        ["PST"] = "America/Los_Angeles",
        ["PDT"] = "America/Los_Angeles",
        ["MDT"] = "America/Denver",
        ["CDT"] = "America/Chicago",
        ["EDT"] = "America/New_York",
        ["AKST"] = "America/Anchorage",
        ["AKDT"] = "America/Anchorage",
        ["CEST"] = "Europe/Berlin",
        ["MEZ"] = "Europe/Berlin",
        ["MESZ"] = "Europe/Berlin",
        ["EEST"] = "Europe/Athens",
        ["MSK"] = "Europe/Moscow",
        ["JST"] = "Asia/Tokyo",
        ["KST"] = "Asia/Seoul",
        ["HKT"] = "Asia/Hong_Kong",
        ["SGT"] = "Asia/Singapore",
        ["AEST"] = "Australia/Sydney",
        ["AEDT"] = "Australia/Sydney",
        ["NZST"] = "Pacific/Auckland",
        ["NZDT"] = "Pacific/Auckland",
        ["SAST"] = "Africa/Johannesburg",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Where two have the same city, the first in the order of the alphabet; the database's own before the others: Berln is
    // rather Berlin than Bern.
    private static readonly List<(string City, string Id)> Cities =
    [
        .. DateTimeZoneProviders.Tzdb.Ids
            .Where(id => !id.StartsWith(Fixed, StringComparison.Ordinal))
            .Select(id => (City: id[(id.LastIndexOf('/') + 1)..], Id: id))
            .Concat(OtherCities.Select(city => (City: city.Key, Id: city.Value)))
            .DistinctBy(zone => zone.City, StringComparer.OrdinalIgnoreCase),
    ];

    private static readonly List<string> Names = Cities.ConvertAll(zone => zone.City);

    private static readonly FrozenDictionary<string, string> Ids =
        Cities.ToFrozenDictionary(zone => zone.City, zone => zone.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone of that city, in whichever case; null where there is none.</summary>
    public static string? OfCity(string text) => Ids.GetValueOrDefault(text.Trim().Replace(' ', '_'));

    /// <summary>
    /// The zone that a city, a country or an abbreviation means, else that of the city which is spelt most like it; null where
    /// there is none.
    /// </summary>
    public static string? Of(string text, Func<string, IReadOnlyCollection<string>, string?> nearest)
    {
        var name = text.Trim();
        if (OfOffset(name) is not null)
        {
            return null;
        }

        // Two abbreviations differ in a letter and mean other clocks.
        var city = name[(name.LastIndexOf('/') + 1)..];
        var isAbbreviation = name.Length <= LongestAbbreviation && !name.Any(char.IsLower);
        return Abbreviations.GetValueOrDefault(name)
            ?? OfCity(city)
            ?? OfCountry(name)
            ?? (!isAbbreviation && nearest(city.Replace(' ', '_'), Names) is { } meant ? Ids[meant] : null);
    }

    /// <summary>
    /// Some large cities whose clock is a text's distance from UTC, in winter or in summer; null where the text is no distance.
    /// </summary>
    public static IReadOnlyList<string>? OfOffset(string text)
    {
        if (DistanceFromUtc().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var minutes = (int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture) * 60)
            + (match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture) : 0);
        var offset = match.Groups["sign"].ValueSpan is "+" ? minutes : -minutes;
        return [.. LargeCities.Where(city => IsAt(city, Instant.FromUtc(2026, 1, 15, 12, 0), offset))
            .Concat(LargeCities.Where(city => IsAt(city, Instant.FromUtc(2026, 7, 15, 12, 0), offset))).Distinct().Take(3)];
    }

    private static bool IsAt(string city, Instant moment, int minutes) =>
        DateTimeZoneProviders.Tzdb[city].GetUtcOffset(moment).Seconds == minutes * 60;

    private static string? OfCountry(string name) => TzdbDateTimeZoneSource.Default.ZoneLocations?
        .FirstOrDefault(zone => zone.CountryName.Equals(name, StringComparison.OrdinalIgnoreCase))?.ZoneId;

    [GeneratedRegex(
        "^(?:Etc/)?(?:UTC|GMT|UT|Z)? ?(?<sign>[+−–-]) ?(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex DistanceFromUtc();
}
