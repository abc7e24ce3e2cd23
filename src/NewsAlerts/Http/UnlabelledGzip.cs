using System.IO.Compression;

namespace NewsAlerts.Http;

/// <summary>
/// Opens bodies that are compressed without a word about it, under the old name <c>x-gzip</c> (RFC 9110 §8.4.1.3), or once
/// more than they say: a file that its server compresses again. No document begins as gzip does (RFC 1952 §2.3.1).
/// </summary>
internal static class UnlabelledGzip
{
    private const int MostLayers = 2;

    /// <summary>The bytes, opened; as they are where they are not compressed.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="limit">The most bytes that it may have then; <c>Complete</c> is false where it has more.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidDataException">It begins like gzip, and is none.</exception>
    public static async Task<(byte[] Bytes, bool Complete)> OpenAsync(byte[] bytes, int limit, CancellationToken cancellationToken)
    {
        var complete = true;
        for (var layer = 0; layer < MostLayers && complete && bytes is [0x1F, 0x8B, 8, ..]; layer++)
        {
            await using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            (bytes, complete) = await CappedContent.ReadAsync(gzip, limit, cancellationToken);
        }

        return (bytes, complete);
    }
}
