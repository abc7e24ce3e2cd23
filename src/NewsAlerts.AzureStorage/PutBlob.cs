using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace NewsAlerts.AzureStorage;

/// <summary>
/// Writes a whole blob in one request, Put Blob of the Blob service's REST reference, which is one billed operation
/// where staging a block and committing it are two. The client's own way there needs a checksum that we never ask for,
/// from a package that not every registry has: so the request is made from one to commit a list of no blocks, which has
/// the same headers (conditions, metadata) and the same answer (201, ETag), before it is signed.
/// </summary>
internal sealed class PutBlob : HttpPipelineSynchronousPolicy
{
    private const string Content = "NewsAlerts.PutBlob.Content";
    private const string CommitBlockList = "comp=blocklist";

    /// <summary>Writes a blob. Returns its ETag.</summary>
    /// <param name="blob">The blob, of a client with this policy in its pipeline, at each call.</param>
    /// <param name="content">Its content.</param>
    /// <param name="options">Its metadata, and the conditions under which it is written.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ETag> SendAsync(
        BlockBlobClient blob, ReadOnlyMemory<byte> content, CommitBlockListOptions options, CancellationToken cancellationToken)
    {
        using var scope = HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Content] = content });
        var written = await blob.CommitBlockListAsync([], options, cancellationToken);
        return written.Value.ETag;
    }

    /// <inheritdoc />
    public override void OnSendingRequest(HttpMessage message)
    {
        if (!message.TryGetProperty(Content, out var value) || value is not ReadOnlyMemory<byte> content)
        {
            return;
        }

        // What else is in the query belongs to the account: a shared access signature.
        var request = message.Request;
        request.Uri.Query = string.Join('&', request.Uri.Query.TrimStart('?').Split('&').Where(part => part != CommitBlockList));
        request.Headers.SetValue("x-ms-blob-type", "BlockBlob");
        request.Headers.SetValue("Content-Type", "application/octet-stream");
        request.Content = RequestContent.Create(content);
    }
}
