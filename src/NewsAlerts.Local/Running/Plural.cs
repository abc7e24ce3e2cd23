namespace NewsAlerts.Local.Running;

/// <summary>Counts in words.</summary>
internal static class Plural
{
    /// <summary><c>1 feed</c>, <c>2 feeds</c>; <paramref name="many"/> where an s is not enough.</summary>
    public static string Of(int count, string one, string? many = null) => $"{count} {(count == 1 ? one : many ?? one + "s")}";
}
