using Microsoft.Extensions.Configuration;
using NewsAlerts.AzureStorage;

namespace NewsAlerts.Functions;

/// <summary>The storage account that the queue triggers name too, in the ways that the Functions host knows.</summary>
internal static class StorageSetting
{
    /// <summary>
    /// Reads <c>AlertsStorage</c>; where a managed identity is used, <c>AlertsStorage__queueServiceUri</c> or
    /// <c>AlertsStorage__accountName</c>.
    /// </summary>
    /// <exception cref="FormatException">It is missing, or cannot be read.</exception>
    public static StorageAccount Read(IConfiguration configuration) => StorageAccount.Parse(
        configuration[StorageAccount.Setting]
        ?? configuration[$"{StorageAccount.Setting}:queueServiceUri"]
        ?? configuration[$"{StorageAccount.Setting}:accountName"]);
}
