using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;

namespace NewsAlerts.AzureStorage;

/// <summary>The one way in for a host.</summary>
internal static class AzureStorageServices
{
    /// <summary>The same for a setting that is read now: where it cannot be, every call says why.</summary>
    /// <param name="services">Must have a <see cref="TimeProvider"/> when it is built.</param>
    /// <param name="read">Reads the setting; a <see cref="FormatException"/> says what is wrong with it.</param>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, Func<StorageAccount> read)
    {
        try
        {
            return services.AddAzureStorage(read());
        }
        catch (FormatException e)
        {
            var unusable = new UnusableStorage(e.Message);
            return services.AddSingleton<IDocumentStore>(unusable).AddSingleton<IMessageQueue>(unusable);
        }
    }

    /// <summary>Keeps documents in one container and messages in the queues of a storage account.</summary>
    /// <param name="services">Must have a <see cref="TimeProvider"/> when it is built.</param>
    /// <param name="account">The account.</param>
    /// <param name="container">The container; made at the first write.</param>
    /// <param name="queuePrefix">What the queues' names begin with in the account.</param>
    public static IServiceCollection AddAzureStorage(
        this IServiceCollection services, StorageAccount account, string container = "newsalerts", string queuePrefix = "") =>
        services
            .AddSingleton(provider => new SetAsideDamaged(
                new BlobDocumentStore(account.Blobs.GetBlobContainerClient(container)),
                provider.GetRequiredService<TimeProvider>(),
                FeedShards.AssignedBy,
                provider.GetService<ILogger<SetAsideDamaged>>()))
            .AddSingleton<IDocumentStore>(provider => provider.GetRequiredService<SetAsideDamaged>())
            .AddSingleton<IMessageQueue>(provider =>
                new StorageMessageQueue(account.Queues, queuePrefix, provider.GetRequiredService<TimeProvider>()));
}
