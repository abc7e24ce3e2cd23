using System.Runtime.CompilerServices;
using NewsAlerts.Storage;

namespace NewsAlerts.Local.Storage;

/// <summary>
/// Documents as files below a folder. A file starts with one line that holds its ETag and metadata, so that both are
/// replaced together with the content. A write goes to a temporary name and is renamed, so that a crash never leaves
/// half a document; a lock makes the comparison of ETags and the rename one step, across processes.
/// </summary>
/// <param name="folder">The folder; made at the first write.</param>
internal sealed class FileDocumentStore(string folder) : IDocumentStore
{
    private const string TemporarySuffix = ".tmp";

    private readonly FileLocks _locks = new(Path.Combine(folder, ".locks"));

    public async Task<Document?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var bytes = await ReadFileAsync(PathOf(name), cancellationToken);
        if (bytes is null)
        {
            return null;
        }

        var header = FileHeader.Parse(bytes, out var length);
        return new Document(bytes.AsMemory(length), header.ETag) { Damage = header.Damage };
    }

    public async Task<string?> WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        WriteCondition condition,
        IReadOnlyDictionary<string, string>? metadata,
        CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        var header = FileHeader.New(metadata);
        PrivateFiles.CreateFolder(Path.GetDirectoryName(path) ?? folder);
        using (await _locks.AcquireAsync(name, cancellationToken))
        {
            if (!Holds(condition, path))
            {
                return null;
            }

            var temporary = $"{path}.{header.ETag}{TemporarySuffix}";
            try
            {
                await WriteFileAsync(temporary, header.ToBytes(), content, cancellationToken);
                File.Move(temporary, path, overwrite: true);
            }
            catch (IOException e) when (DiskFault.IsFull(e))
            {
                File.Delete(temporary);
                throw DiskFault.OutOfRoom(folder, e);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        }

        return header.ETag;
    }

    public async IAsyncEnumerable<DocumentInfo> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var start = Path.Combine(folder, prefix[..(prefix.LastIndexOf('/') + 1)]);
        if (!Directory.Exists(start))
        {
            yield break;
        }

        var names = Directory.EnumerateFiles(start, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(TemporarySuffix, StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name[0] != '.')
            .Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FileHeader.Read(PathOf(name)) is { } header)
            {
                yield return new DocumentInfo(name, header.ETag, header.Metadata) { Damage = header.Damage };
            }
        }
    }

    /// <summary>Removes what writes of a process that has ended left unfinished: for the only process that writes here.</summary>
    public void RemoveUnfinished()
    {
        if (Directory.Exists(folder))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*" + TemporarySuffix, SearchOption.AllDirectories))
            {
                File.Delete(path);
            }
        }
    }

    public async Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        using (await _locks.AcquireAsync(name, cancellationToken))
        {
            var isThere = File.Exists(path) && (eTag is null || FileHeader.Read(path)?.ETag == eTag);
            if (isThere)
            {
                File.Delete(path);
            }

            return isThere;
        }
    }

    private static bool Holds(WriteCondition condition, string path) =>
        condition.MustBeNew ? !File.Exists(path)
        : condition.ETag is null || FileHeader.Read(path)?.ETag == condition.ETag;

    private static async Task<byte[]?> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task WriteFileAsync(
        string path, ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var file = PrivateFiles.Open(path, FileMode.CreateNew);
        await file.WriteAsync(header, cancellationToken);
        await file.WriteAsync(content, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private string PathOf(string name)
    {
        DocumentName.Check(name);
        return Path.Combine(folder, name);
    }
}
