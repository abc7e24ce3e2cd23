using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using NewsAlerts.Storage;

namespace NewsAlerts.AzureStorage;

/// <summary>
/// Documents as block blobs, each written whole by one request. The account must not have hierarchical namespaces: those
/// list names in another order.
/// </summary>
/// <param name="container">The container; made at the first write.</param>
internal sealed class BlobDocumentStore(BlobContainerClient container) : IDocumentStore
{
    private const int NamesAPage = 5000;

    private static readonly string NoContainer = BlobErrorCode.ContainerNotFound.ToString();
    private static readonly string NoBlob = BlobErrorCode.BlobNotFound.ToString();

    private static readonly string[] WriteErrors =
    [
        NoContainer, NoBlob, BlobErrorCode.ConditionNotMet.ToString(), BlobErrorCode.BlobAlreadyExists.ToString(),
    ];

    public async Task<Document?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        DocumentName.Check(name);
        var (response, _) = await StorageCall.TryAsync(
            () => container.GetBlobClient(name).DownloadContentAsync(cancellationToken), [NoContainer, NoBlob]);
        return response?.Value is { } blob
            ? new Document(blob.Content.ToMemory(), Write(blob.Details.ETag))
            : null;
    }

    public async Task<string?> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        DocumentName.Check(name);
        var blob = container.GetBlockBlobClient(name);
        var options = Options(condition, metadata);
        while (true)
        {
            var (written, error) = await StorageCall.TryAsync(
                () => blob.UploadAsync(BinaryData.FromBytes(content).ToStream(), options, cancellationToken), WriteErrors);
            if (error != NoContainer)
            {
                return written is null ? null : Write(written.Value.ETag);
            }

            await StorageCall.TryAsync(() => container.CreateIfNotExistsAsync(cancellationToken: cancellationToken), []);
        }
    }

    public async IAsyncEnumerable<DocumentInfo> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken)
            .AsPages(pageSizeHint: NamesAPage)
            .GetAsyncEnumerator(cancellationToken);
        while ((await StorageCall.TryAsync(async () => await pages.MoveNextAsync(), [NoContainer])).Value)
        {
            foreach (var blob in pages.Current.Values)
            {
                yield return new DocumentInfo(
                    blob.Name,
                    Write(blob.Properties.ETag ?? default),
                    blob.Metadata?.AsReadOnly() ?? ReadOnlyDictionary<string, string>.Empty);
            }
        }
    }

    public async Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken)
    {
        DocumentName.Check(name);
        var conditions = eTag is null ? null : new BlobRequestConditions { IfMatch = new ETag(eTag) };
        var (response, _) = await StorageCall.TryAsync(
            () => container.GetBlobClient(name).DeleteIfExistsAsync(DeleteSnapshotsOption.None, conditions, cancellationToken),
            [NoContainer, BlobErrorCode.ConditionNotMet.ToString()]);
        return response?.Value ?? false;
    }

    // As in a header: a listing leaves its quotation marks out.
    private static string Write(ETag eTag) => eTag.ToString("H");

    private static BlobUploadOptions Options(WriteCondition condition, IReadOnlyDictionary<string, string>? metadata) => new()
    {
        Conditions = new BlobRequestConditions
        {
            IfMatch = condition.ETag is { } eTag ? new ETag(eTag) : null,
            IfNoneMatch = condition.MustBeNew ? ETag.All : null,
        },
        Metadata = metadata?.ToDictionary(),
    };
}
