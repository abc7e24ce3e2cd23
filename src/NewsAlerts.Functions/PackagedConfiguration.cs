namespace NewsAlerts.Functions;

/// <summary>The alerts.yaml that was deployed with the app.</summary>
internal static class PackagedConfiguration
{
    /// <summary>Reads it; null where none was deployed.</summary>
    public static ReadOnlyMemory<byte>? Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "alerts.yaml");
        return File.Exists(path) ? new ReadOnlyMemory<byte>(File.ReadAllBytes(path)) : default(ReadOnlyMemory<byte>?);
    }
}
