using System.Runtime.InteropServices;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>What the peer calls of Vectorscan (Debian: libhs5, libvectorscan-dev), as its C header declares it.</summary>
internal static unsafe partial class VectorscanLibrary
{
    /// <summary>A pattern is reported once for each text.</summary>
    public const uint SingleMatch = 8;

    private const string Name = "libhs.so.5";
    private const uint BlockMode = 1;

    public static bool IsInstalled { get; } = NativeLibrary.TryLoad(Name, out _);

    /// <summary>Compiles literals, in UTF-8; each is reported by its index.</summary>
    /// <returns>The database, which lives as long as the process.</returns>
    public static nint Compile(IReadOnlyList<byte[]> literals, uint[] flags)
    {
        var handles = literals.Select(literal => GCHandle.Alloc(literal, GCHandleType.Pinned)).ToList();
        var pointers = handles.Select(handle => handle.AddrOfPinnedObject()).ToArray();
        var lengths = literals.Select(literal => (nuint)literal.Length).ToArray();
        var ids = Enumerable.Range(0, literals.Count).Select(id => (uint)id).ToArray();
        Check(hs_compile_lit_multi(pointers, flags, ids, lengths, (uint)literals.Count, BlockMode, 0, out var database, out _));
        handles.ForEach(handle => handle.Free());
        return database;
    }

    /// <summary>Room for scanning; one scan at a time.</summary>
    public static nint AllocateScratch(nint database)
    {
        nint scratch = 0;
        Check(hs_alloc_scratch(database, ref scratch));
        return scratch;
    }

    public static void Scan(
        nint database, ReadOnlySpan<byte> text, nint scratch, delegate* unmanaged<uint, ulong, ulong, uint, void*, int> found, void* context)
    {
        fixed (byte* start = text)
        {
            Check(hs_scan(database, start, (uint)text.Length, 0, scratch, found, context));
        }
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new InvalidOperationException($"Vectorscan says {error}.");
        }
    }

    [LibraryImport(Name)]
    private static partial int hs_compile_lit_multi(
        nint[] expressions, uint[] flags, uint[] ids, nuint[] lengths, uint elements, uint mode, nint platform, out nint database, out nint error);

    [LibraryImport(Name)]
    private static partial int hs_alloc_scratch(nint database, ref nint scratch);

    [LibraryImport(Name)]
    private static partial int hs_scan(
        nint database, byte* data, uint length, uint flags, nint scratch, delegate* unmanaged<uint, ulong, ulong, uint, void*, int> found, void* context);
}
