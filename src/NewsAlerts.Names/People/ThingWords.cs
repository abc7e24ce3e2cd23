using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.People;

/// <summary>
/// Words that make a family name beside them the name of a thing: Mount Arafat, Trump Tower, Johnson Controls.
/// </summary>
internal static class ThingWords
{
    private static readonly HashSet<string> Before = Set(
        "mount mt mont monte lake fort port camp cape county hurricane typhoon cyclone uss hms " +
        "avenue rue calle via plaza piazza гора улица река ураган тайфун");

    private static readonly HashSet<string> After = Set(
        "tower towers university college airport street avenue boulevard road county stadium institute inc corp " +
        "corporation co ltd llc plc gmbh controls strasse platz");

    private static readonly HashSet<string> Months = Set("april may june august mai juni juli april march mars");

    private static readonly HashSet<string> BeforeMonths =
        Set("in since until till last next early late mid this im seit bis en depuis");

    /// <summary>Whether a folded word before a name makes it a thing's.</summary>
    public static bool MakesThing(string before) => Before.Contains(before);

    /// <summary>Whether a folded word behind a name makes it a thing's.</summary>
    public static bool IsThing(string after) => After.Contains(after);

    /// <summary>Whether a name is a month's behind a folded word: "in May".</summary>
    public static bool IsMonth(string name, string before) => Months.Contains(name) && BeforeMonths.Contains(before);

    private static HashSet<string> Set(string words) => [.. words.Split(' ').Select(word => Folded.Of(word))];
}
