using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.AzureStorage;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>A storage account of an Azurite.</summary>
/// <param name="connectionString">What names it in the setting <c>AlertsStorage</c>.</param>
internal sealed class AzuriteAccount(string connectionString)
{
    /// <summary>What names it in the setting <c>AlertsStorage</c>.</summary>
    public string ConnectionString => connectionString;

    /// <summary>The same, with a shared access signature in the place of the key.</summary>
    public string SignedConnectionString()
    {
        var blobs = new BlobServiceClient(connectionString);
        var signed = blobs.GenerateAccountSasUri(
            AccountSasPermissions.All, TimeProvider.System.GetUtcNow().AddHours(1), AccountSasResourceTypes.All);
        var parts = connectionString.Split(';').Where(part => part.Contains("Endpoint", StringComparison.Ordinal));
        return $"{string.Join(';', parts)};SharedAccessSignature={signed.Query.TrimStart('?')}";
    }

    /// <summary>Documents and queues in it, as a host gets them: those of another host each time.</summary>
    public IServiceProvider Open() => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddAzureStorage(StorageAccount.Parse(connectionString), queuePrefix: "test-")
        .BuildServiceProvider();
}
