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

    // Tells a write from all others. Blobs have it among their metadata; callers never see it there.
    private const string WriteKey = "write";

    private static readonly StorageCall Call = new("Blob");

    private static readonly string NoContainer = BlobErrorCode.ContainerNotFound.ToString();
    private static readonly string NoBlob = BlobErrorCode.BlobNotFound.ToString();

    private static readonly string[] WriteErrors =
    [
        NoContainer, NoBlob, BlobErrorCode.ConditionNotMet.ToString(), BlobErrorCode.BlobAlreadyExists.ToString(),
    ];

    public async Task<Document?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        DocumentName.Check(name);
        var answer = await Call.TryAsync(
            () => container.GetBlobClient(name).DownloadContentAsync(cancellationToken), [NoContainer, NoBlob]);
        return answer.Value?.Value is { } blob
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
        var write = Guid.NewGuid().ToString("N");
        var options = Options(condition, metadata, write);
        while (true)
        {
            var answer = await Call.TryAsync(
                () => blob.UploadAsync(BinaryData.FromBytes(content).ToStream(), options, cancellationToken), WriteErrors);
            if (answer.Error != NoContainer)
            {
                return answer.Value is { } written ? Write(written.Value.ETag)
                    : answer.IsRepeated ? await FindAsync(blob, write, cancellationToken)
                    : null;
            }

            await Call.TryAsync(() => container.CreateIfNotExistsAsync(cancellationToken: cancellationToken), []);
        }
    }

    public async IAsyncEnumerable<DocumentInfo> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken)
            .AsPages(pageSizeHint: NamesAPage)
            .GetAsyncEnumerator(cancellationToken);
        while ((await Call.TryAsync(async () => await pages.MoveNextAsync(), [NoContainer])).Value)
        {
            foreach (var blob in pages.Current.Values)
            {
                blob.Metadata?.Remove(WriteKey);
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
        var blob = container.GetBlobClient(name);
        var conditions = eTag is null ? null : new BlobRequestConditions { IfMatch = new ETag(eTag) };
        var answer = await Call.TryAsync(
            () => blob.DeleteIfExistsAsync(DeleteSnapshotsOption.None, conditions, cancellationToken),
            [NoContainer, BlobErrorCode.ConditionNotMet.ToString()]);

        // Where the request was repeated and nothing is there any more, the one without an answer has deleted it.
        return answer is { IsRepeated: true, Error: not null }
            ? !(await Call.TryAsync(() => blob.ExistsAsync(cancellationToken), [])).Value?.Value ?? false
            : answer.Value is { } deleted && (deleted.Value || answer.IsRepeated);
    }

    // A conflict that a repeated request ends in may be with the one that got no answer: then the blob is as it has written it.
    // Where others have changed it since, nobody can know, and it stays a conflict.
    private static async Task<string?> FindAsync(BlockBlobClient blob, string write, CancellationToken cancellationToken)
    {
        var answer = await Call.TryAsync(() => blob.GetPropertiesAsync(cancellationToken: cancellationToken), [NoContainer, NoBlob]);
        return answer.Value?.Value is { } found && found.Metadata.TryGetValue(WriteKey, out var last) && last == write
            ? Write(found.ETag)
            : null;
    }

    // As in a header: a listing leaves its quotation marks out.
    private static string Write(ETag eTag) => eTag.ToString("H");

    private static BlobUploadOptions Options(
        WriteCondition condition, IReadOnlyDictionary<string, string>? metadata, string write) => new()
        {
            Conditions = new BlobRequestConditions
            {
                IfMatch = condition.ETag is { } eTag ? new ETag(eTag) : null,
                IfNoneMatch = condition.MustBeNew ? ETag.All : null,
            },
            Metadata = new Dictionary<string, string>(metadata ?? ReadOnlyDictionary<string, string>.Empty) { [WriteKey] = write },
        };
}
