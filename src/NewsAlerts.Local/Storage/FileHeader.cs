using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsAlerts.Feeds;

namespace NewsAlerts.Local.Storage;

/// <summary>The first line of a document's file: its ETag and metadata, as JSON.</summary>
/// <param name="ETag">Names this version of the document.</param>
/// <param name="Metadata">The values that a listing returns.</param>
internal sealed record FileHeader(string ETag, IReadOnlyDictionary<string, string> Metadata)
{
    private const int MaxLength = 8 * 1024;
    private const int ETagBytes = 8;

    private static readonly Dictionary<string, string> NoMetadata = [];

    /// <summary>Why the file is none of the document store's, as a sentence for a person; null where it is one.</summary>
    [JsonIgnore]
    public string? Damage { get; private init; }

    /// <summary>A header for a new version.</summary>
    public static FileHeader New(IReadOnlyDictionary<string, string>? metadata) =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ETagBytes)), metadata ?? NoMetadata);

    /// <summary>The line as written, its end included.</summary>
    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this), (byte)'\n'];

    /// <summary>
    /// Reads the header at the start of a file's bytes; one of its own, where what is there was not written by the document
    /// store: all of the file is then the content.
    /// </summary>
    public static FileHeader Parse(ReadOnlySpan<byte> file, out int length)
    {
        length = file.IndexOf((byte)'\n') + 1;
        try
        {
            if (JsonSerializer.Deserialize<FileHeader>(file[..length]) is { ETag: not null, Metadata: not null } header)
            {
                return header;
            }
        }
        catch (JsonException)
        {
            // Zeros, or half of it.
        }

        length = 0;
        var start = file[..Math.Min(file.Length, MaxLength)];
        return new FileHeader($"damaged-{StableHash.Of(start, ETagBytes)}", NoMetadata)
        {
            Damage = start.ContainsAnyExcept((byte)0)
                ? "Its file does not begin as a document does."
                : "Its file is empty, or holds zeros.",
        };
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
