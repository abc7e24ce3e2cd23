namespace NewsAlerts.Functions;

/// <summary>Settings of the app, which the platform hands over as environment variables.</summary>
internal static class AppSetting
{
    private const string UnresolvedReference = "@Microsoft.KeyVault(";

    /// <summary>
    /// Reads a setting; null where it is missing. A reference to a key vault that the platform could not resolve arrives as it was
    /// written, and counts as missing: used as a secret, it would be sent to a mail server.
    /// </summary>
    public static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !IsUnresolved(value) ? value : null;

    /// <summary>The names of the settings that are references which the platform could not resolve.</summary>
    public static IReadOnlyList<string> Unresolved() =>
    [
        .. from System.Collections.DictionaryEntry setting in Environment.GetEnvironmentVariables()
           where setting.Value is string value && IsUnresolved(value)
           orderby setting.Key
           select (string)setting.Key,
    ];

    private static bool IsUnresolved(string value) => value.StartsWith(UnresolvedReference, StringComparison.OrdinalIgnoreCase);
}
