using System.Globalization;

namespace NewsAlerts.Pipeline.Incidents;

/// <summary>Numbers of things, in English.</summary>
internal static class Counted
{
    /// <summary><c>1 alert</c>, <c>1,200 alerts</c>.</summary>
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
