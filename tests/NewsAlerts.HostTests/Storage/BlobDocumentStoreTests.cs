using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.AzureStorage;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Storage;

public sealed class BlobDocumentStoreTests(AzuriteFixture azurite) : DocumentStoreContract, IAsyncLifetime
{
    private AzuriteAccount? _account;
    private IDocumentStore? _documents;

    protected override IDocumentStore Documents => _documents ?? throw new InvalidOperationException("there is no account yet");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _account = await azurite.NewAccountAsync();
        _documents = _account.Open().GetRequiredService<IDocumentStore>();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task WriteAsync_WritersWithoutCondition_EachSucceeds()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            Documents.WriteAsync("one", new byte[number + 1], WriteCondition.None, metadata: null, Token)));

        var document = await Documents.ReadAsync("one", Token);
        Assert.Equal(16, written.Distinct().Count());
        Assert.Contains(document?.ETag, written);
    }

    [Fact]
    public async Task WriteAsync_SharedAccessSignatureInTheAddress_WholeDocumentByOneRequest()
    {
        await Documents.WriteAsync("one", default, WriteCondition.None, metadata: null, Token);
        var account = StorageAccount.Parse(_account?.SignedConnectionString());
        var documents = new BlobDocumentStore(account.Blobs.GetBlobContainerClient("newsalerts"));

        var eTag = await documents.WriteAsync("one", "first"u8.ToArray(), WriteCondition.None, metadata: null, Token);

        Assert.Equal("first", await ReadTextAsync("one"));
        Assert.Equal(eTag, (await Documents.ReadAsync("one", Token))?.ETag);
        Assert.Equal([KeyValuePair.Create("blob write", 1)], account.Operations.Counts);
    }
}
