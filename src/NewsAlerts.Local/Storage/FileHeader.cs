using System.Security.Cryptography;
using System.Text.Json;

namespace NewsAlerts.Local.Storage;

/// <summary>The first line of a document's file: its ETag and metadata, as JSON.</summary>
/// <param name="ETag">Names this version of the document.</param>
/// <param name="Metadata">The values that a listing returns.</param>
internal sealed record FileHeader(string ETag, IReadOnlyDictionary<string, string> Metadata)
{
    private const int MaxLength = 8 * 1024;

    private static readonly Dictionary<string, string> NoMetadata = [];

    /// <summary>A header for a new version.</summary>
    public static FileHeader New(IReadOnlyDictionary<string, string>? metadata) =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), metadata ?? NoMetadata);

    /// <summary>The line as written, its end included.</summary>
    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this), (byte)'\n'];

    /// <summary>Reads the header at the start of a file's bytes.</summary>
    /// <exception cref="InvalidDataException">The file was not written by the document store.</exception>
    public static FileHeader Parse(ReadOnlySpan<byte> file, out int length)
    {
        length = file.IndexOf((byte)'\n') + 1;
        try
        {
            return JsonSerializer.Deserialize<FileHeader>(file[..length])
                ?? throw new InvalidDataException("the first line of a document's file is null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("the first line of a document's file is not its header", e);
        }
    }

    /// <summary>Reads the header of a file; null where there is no such file.</summary>
    public static FileHeader? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[MaxLength];
            var read = file.ReadAtLeast(start, MaxLength, throwOnEndOfStream: false);
            return Parse(start[..read], out _);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
