using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.AzureStorage;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>A storage account of an Azurite.</summary>
/// <param name="server">The Azurite.</param>
/// <param name="name">The account's name.</param>
/// <param name="connectionString">What names it in the setting <c>AlertsStorage</c>.</param>
internal sealed class AzuriteAccount(AzuriteServer server, string name, string connectionString)
{
    /// <summary>What names it in the setting <c>AlertsStorage</c>.</summary>
    public string ConnectionString => connectionString;

    /// <summary>Documents and queues in it, as a host gets them: those of another host each time.</summary>
    public IServiceProvider Open() => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddAzureStorage(StorageAccount.Parse(connectionString), queuePrefix: "test-")
        .BuildServiceProvider();

    /// <summary>How many requests of each kind it got until now.</summary>
    public SortedDictionary<string, int> CountOperations() => new(server.Requests
        .Where(request => request.Path.StartsWith($"/{name}/", StringComparison.Ordinal))
        .CountBy(request => KindOf(request.Method, request.Path))
        .ToDictionary());

    private static string KindOf(string method, string path)
    {
        var isMessage = path.Contains("/messages", StringComparison.Ordinal);
        return method switch
        {
            "GET" when isMessage => Asks("peekonly=true") ? "queue peek" : "queue receive",
            "POST" when isMessage => "queue send",
            "PUT" when isMessage => "queue update",
            "DELETE" when isMessage => "queue delete",
            "GET" when Asks("comp=metadata") => "queue count",
            "GET" => Asks("comp=list") ? "blob list" : "blob read",
            "PUT" when Asks("comp=blocklist") => "blob commit",
            "PUT" when Asks("comp=block") => "blob stage",
            "DELETE" => "blob delete",
            _ => "create",
        };

        bool Asks(string query) => path.Contains(query, StringComparison.Ordinal);
    }
}
