using System.Reflection;

namespace NewsAlerts.Http;

/// <summary>The name that we give ourselves (RFC 9110 §10.1.5).</summary>
internal static class UserAgent
{
    private static readonly string Product =
        $"NewsAlerts/{Assembly.GetExecutingAssembly().GetName().Version?.ToString(2) ?? "0"}";

    /// <summary>The product and its version and, where there is one, the address of whoever runs it.</summary>
    public static string Of(string? contact) => contact is null ? Product : $"{Product} ({contact})";
}
