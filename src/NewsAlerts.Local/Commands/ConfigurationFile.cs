using NewsAlerts.Configuration;

namespace NewsAlerts.Local.Commands;

internal static class ConfigurationFile
{
    public static ConfigurationResult Load(string path) =>
        ConfigurationReader.Read(File.ReadAllText(path), path, Environment.GetEnvironmentVariable);
}
