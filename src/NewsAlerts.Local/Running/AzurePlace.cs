using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.AzureStorage;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Running;

/// <summary>
/// Everything in an Azure storage account, but emails in a folder. Any number of runners share the account: what one
/// that was killed held comes back when its holds run out.
/// </summary>
/// <param name="account">The account.</param>
/// <param name="folder">The folder that <c>--data</c> names.</param>
/// <param name="time">The clock of the queues.</param>
internal sealed class AzurePlace(StorageAccount account, string folder, TimeProvider time) : IStoragePlace
{
    private readonly ServiceProvider _services =
        new ServiceCollection().AddSingleton(time).AddAzureStorage(account).BuildServiceProvider();

    public SetAsideDamaged Documents => _services.GetRequiredService<SetAsideDamaged>();

    public IMessageQueue Queues => _services.GetRequiredService<IMessageQueue>();

    public string Outbox { get; } = Path.Combine(folder, "outbox");

    public IReadOnlyDictionary<string, int> Operations => account.Operations.Counts;

    public bool? IsRunning => null;

    public IDisposable? BeginRun(Action<string>? say = null) => null;
}
