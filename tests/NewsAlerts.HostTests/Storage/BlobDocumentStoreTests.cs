using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.Storage;

namespace NewsAlerts.HostTests.Storage;

public sealed class BlobDocumentStoreTests(AzuriteFixture azurite) : DocumentStoreContract, IAsyncLifetime
{
    private IDocumentStore? _documents;

    protected override IDocumentStore Documents => _documents ?? throw new InvalidOperationException("there is no account yet");

    public async ValueTask InitializeAsync() =>
        _documents = (await azurite.NewAccountAsync()).Open().GetRequiredService<IDocumentStore>();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task WriteAsync_WritersWithoutCondition_EachSucceeds()
    {
        var token = TestContext.Current.CancellationToken;
        var written = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            Documents.WriteAsync("one", new byte[number + 1], WriteCondition.None, metadata: null, token)));

        var document = await Documents.ReadAsync("one", token);
        Assert.Equal(16, written.Distinct().Count());
        Assert.Contains(document?.ETag, written);
    }
}
