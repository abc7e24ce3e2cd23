namespace NewsAlerts.Http;

/// <summary>Reads a body up to a limit, counted after decompression.</summary>
internal static class CappedContent
{
    /// <summary>
    /// Reads at most <paramref name="limit"/> bytes. <c>Complete</c> is false where the body is longer; what was read
    /// until then is returned all the same.
    /// </summary>
    public static async Task<(byte[] Bytes, bool Complete)> ReadAsync(
        HttpContent content, int limit, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        return await ReadAsync(stream, limit, cancellationToken);
    }

    /// <summary>The same, from a stream.</summary>
    public static async Task<(byte[] Bytes, bool Complete)> ReadAsync(
        Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (true)
        {
            var wanted = (int)Math.Min(chunk.Length, limit - buffer.Length + 1);
            var read = await stream.ReadAsync(chunk.AsMemory(0, wanted), cancellationToken);
            if (read == 0)
            {
                return (buffer.ToArray(), true);
            }

            if (buffer.Length + read > limit)
            {
                buffer.Write(chunk, 0, (int)(limit - buffer.Length));
                return (buffer.ToArray(), false);
            }

            buffer.Write(chunk, 0, read);
        }
    }
}
