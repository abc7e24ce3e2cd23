using System.Globalization;

namespace NewsAlerts.Messages;

/// <summary>Numbers of things, in English.</summary>
internal static class Counted
{
    /// <summary><c>1,200</c></summary>
    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 alert</c>, <c>1,200 alerts</c>; <paramref name="many"/> where an s is not enough.</summary>
    public static string Of(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
