using System.Buffers.Binary;

namespace NewsAlerts.Archive.Segments;

/// <summary>One entry of an index: where something is that is found by a key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Segment">The segment's number.</param>
/// <param name="Line">The document's line in the segment, from 0.</param>
/// <param name="Item">The part's place in that document, from 0.</param>
/// <param name="Words">Which words stand beside it in the same title, as a signature; 0 where it is no word.</param>
internal readonly record struct IndexEntry(ulong Key, int Segment, ushort Line, ushort Item, UInt128 Words)
    : IComparable<IndexEntry>
{
    /// <summary>How many bytes an entry has.</summary>
    public const int Size = 32;

    /// <summary>By key; of the same key, the newest first.</summary>
    public int CompareTo(IndexEntry other) =>
        Key != other.Key ? Key.CompareTo(other.Key)
        : Segment != other.Segment ? other.Segment.CompareTo(Segment)
        : Line != other.Line ? other.Line.CompareTo(Line)
        : other.Item.CompareTo(Item);

    /// <summary>Reads an entry.</summary>
    public static IndexEntry Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[12..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[14..]),
        BinaryPrimitives.ReadUInt128LittleEndian(bytes[16..]));

    /// <summary>Writes the entry.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Key);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Segment);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[12..], Line);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[14..], Item);
        BinaryPrimitives.WriteUInt128LittleEndian(bytes[16..], Words);
    }
}
