using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace NewsAlerts.AzureStorage;

/// <summary>The storage account that the setting <c>AlertsStorage</c> names.</summary>
/// <param name="Blobs">Its blobs.</param>
/// <param name="Queues">Its queues, whose messages are read and written as they are.</param>
/// <param name="Operations">What these two have asked of it.</param>
internal sealed partial record StorageAccount(BlobServiceClient Blobs, QueueServiceClient Queues, StorageOperations Operations)
{
    /// <summary>The setting's name, in the environment and in a Functions app.</summary>
    public const string Setting = "AlertsStorage";

    private const string Forms =
        "a connection string, UseDevelopmentStorage=true, the account's name, or its address such as https://name.blob.core.windows.net";

    /// <summary>
    /// Reads the setting: a connection string, or the account's name or address, which is then reached as whoever
    /// <see cref="DefaultAzureCredential"/> finds us to be.
    /// </summary>
    /// <exception cref="FormatException">It is missing or none of these. The message never repeats it: it may hold a key.</exception>
    public static StorageAccount Parse(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            throw new FormatException($"{Setting} is not set in the environment: it is {Forms}");
        }

        if (AccountName().IsMatch(setting))
        {
            return OfIdentity(setting, "core.windows.net");
        }

        if (Address().Match(setting) is { Success: true } address)
        {
            return OfIdentity(address.Groups["name"].Value, address.Groups["domain"].Value);
        }

        try
        {
            return With((blobs, queues) => (new BlobServiceClient(setting, blobs), new QueueServiceClient(setting, queues)));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"{Setting} is set in the environment, but cannot be read: it is {Forms}");
        }
    }

    private static StorageAccount OfIdentity(string name, string domain)
    {
        var credential = new DefaultAzureCredential();
        return With((blobs, queues) => (
            new BlobServiceClient(new Uri($"https://{name}.blob.{domain}"), credential, blobs),
            new QueueServiceClient(new Uri($"https://{name}.queue.{domain}"), credential, queues)));
    }

    private static StorageAccount With(
        Func<BlobClientOptions, QueueClientOptions, (BlobServiceClient Blobs, QueueServiceClient Queues)> clients)
    {
        var operations = new StorageOperations();
        var blobOptions = new BlobClientOptions();
        blobOptions.AddPolicy(new CountOperations(operations, "blob"), HttpPipelinePosition.PerRetry);
        blobOptions.AddPolicy(new RequestCount.Policy(), HttpPipelinePosition.PerRetry);
        var queueOptions = new QueueClientOptions();
        queueOptions.AddPolicy(new CountOperations(operations, "queue"), HttpPipelinePosition.PerRetry);
        queueOptions.AddPolicy(new RequestCount.Policy(), HttpPipelinePosition.PerRetry);
        var (blobs, queues) = clients(blobOptions, queueOptions);
        return new StorageAccount(blobs, queues, operations);
    }

    [GeneratedRegex(@"^[a-z0-9]{3,24}\z")]
    private static partial Regex AccountName();

    [GeneratedRegex(@"^https://(?<name>[a-z0-9]{3,24})\.(blob|queue)\.(?<domain>[a-z0-9.-]+)/?\z")]
    private static partial Regex Address();
}
