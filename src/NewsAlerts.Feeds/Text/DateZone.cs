using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsAlerts.Feeds.Text;

/// <summary>Time zones as feeds write them: offsets, and names with a meaning that most publishers share.</summary>
internal static partial class DateZone
{
    // In minutes. Names with several meanings (IST, BST, CST) have the one that news feeds mean most.
    private static readonly FrozenDictionary<string, int> ByName = new Dictionary<string, int>
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["ET"] = -300,
        ["EST"] = -300,
        ["EDT"] = -240,
        ["CT"] = -360,
        ["CST"] = -360,
        ["CDT"] = -300,
        ["MT"] = -420,
        ["MST"] = -420,
        ["MDT"] = -360,
        ["PT"] = -480,
        ["PST"] = -480,
        ["PDT"] = -420,
        ["AT"] = -240,
        ["AST"] = -240,
        ["ADT"] = -180,
        ["NST"] = -210,
        ["NDT"] = -150,
        ["AKST"] = -540,
        ["AKDT"] = -480,
        ["HST"] = -600,
        ["HDT"] = -540,
        ["SST"] = -660,
        ["BRT"] = -180,
        ["BRST"] = -120,
        ["ART"] = -180,
        ["CLT"] = -240,
        ["CLST"] = -180,
        ["COT"] = -300,
        ["PET"] = -300,
        ["WEST"] = 60,
        ["BST"] = 60,
        ["CET"] = 60,
        ["MET"] = 60,
        ["MEZ"] = 60,
        ["WAT"] = 60,
        ["CEST"] = 120,
        ["MEST"] = 120,
        ["MESZ"] = 120,
        ["EET"] = 120,
        ["CAT"] = 120,
        ["SAST"] = 120,
        ["EEST"] = 180,
        ["MSK"] = 180,
        ["EAT"] = 180,
        ["TRT"] = 180,
        ["MSD"] = 240,
        ["GST"] = 240,
        ["IRST"] = 210,
        ["PKT"] = 300,
        ["IST"] = 330,
        ["NPT"] = 345,
        ["ICT"] = 420,
        ["WIB"] = 420,
        ["SGT"] = 480,
        ["HKT"] = 480,
        ["MYT"] = 480,
        ["PHT"] = 480,
        ["AWST"] = 480,
        ["WITA"] = 480,
        ["JST"] = 540,
        ["KST"] = 540,
        ["WIT"] = 540,
        ["ACST"] = 570,
        ["ACDT"] = 630,
        ["AEST"] = 600,
        ["AEDT"] = 660,
        ["NZST"] = 720,
        ["NZDT"] = 780,
    }.ToFrozenDictionary();

    /// <summary>The offset from UTC; zero where there is no zone or an unknown one; null where it is no zone.</summary>
    public static TimeSpan? Offset(string zone)
    {
        var match = Numeric().Match(zone);
        if (match.Success)
        {
            var hours = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
            var minutes = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
            var offset = new TimeSpan(hours, minutes, 0);
            return hours > 15 || minutes > 59 ? null : match.Groups["sign"].Value == "-" ? -offset : offset;
        }

        if (ByName.TryGetValue(zone.ToUpperInvariant(), out var named))
        {
            return TimeSpan.FromMinutes(named);
        }

        return zone.ContainsAnyInRange('0', '9') ? null : TimeSpan.Zero;
    }

    /// <summary>Whether that word names a zone.</summary>
    public static bool IsName(string word) => ByName.ContainsKey(word);

    /// <summary>The offset that a region (<c>Europe/Brussels</c>) had on a day; null where it is unknown.</summary>
    public static TimeSpan? OffsetOfRegion(string region, DateTime local) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(region, out var zone) ? zone.GetUtcOffset(local) : null;

    [GeneratedRegex(
        @"^(?:Z|GMT|UTC|UT)?\s*(?<sign>[+-])(?<h>[0-9]{1,2})(?::?(?<m>[0-9]{2}))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numeric();
}
