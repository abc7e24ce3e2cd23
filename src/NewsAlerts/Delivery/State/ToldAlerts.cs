using System.Buffers.Binary;
using System.Globalization;
using NewsAlerts.Feeds;
using NewsAlerts.Storage;

namespace NewsAlerts.Delivery.State;

/// <summary>The alerts that a destination was told, and which rules were muted, by id: 18 bytes each.</summary>
internal sealed class ToldAlerts
{
    /// <summary>How many there may be before a page is made of them.</summary>
    public const int MostInADocument = 4096;

    private const uint Magic = 0x324C_4F54; // "TOL2"
    private const int HeaderSize = 8;
    private const int EntrySize = 18;

    private readonly Dictionary<UInt128, ushort> _days = [];
    private readonly List<ToldAlerts> _older = [];
    private readonly List<ToldPage> _pages = [];

    /// <summary>The pages that hold what was too much for the document, oldest first.</summary>
    public IReadOnlyList<ToldPage> Pages => _pages;

    /// <summary>Whether an alert was told.</summary>
    public bool Contains(string alertId)
    {
        var key = KeyOf(alertId);
        return _days.ContainsKey(key) || _older.Exists(page => page._days.ContainsKey(key));
    }

    /// <summary>Whether a rule was muted when it matched what an alert tells.</summary>
    public bool IsMuted(string alertId, string rule) => Contains(MutedId(alertId, rule));

    /// <summary>
    /// The id under which is remembered that a rule was muted when it matched what an alert tells: another rule may tell
    /// it. Stored for months, so it must never change.
    /// </summary>
    public static string MutedId(string alertId, string rule) => StableHash.Of($"muted\n{alertId}\n{rule}", EntrySize - sizeof(ushort));

    /// <summary>Takes note of alerts that were told, and forgets those that are too old: of a page, once all of it is.</summary>
    /// <param name="alertIds">The alerts.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="keep">How long an alert is remembered.</param>
    public void Add(IEnumerable<string> alertIds, DateTimeOffset now, TimeSpan keep)
    {
        var today = (ushort)(now.ToUnixTimeSeconds() / 86400);
        _pages.RemoveAll(page => today - page.Newest > keep.TotalDays);
        foreach (var key in _days.Where(entry => today - entry.Value > keep.TotalDays).Select(entry => entry.Key).ToList())
        {
            _days.Remove(key);
        }

        foreach (var id in alertIds)
        {
            _days[KeyOf(id)] = today;
        }
    }

    /// <summary>Knows what a page holds, too.</summary>
    public void Join(ToldAlerts page) => _older.Add(page);

    /// <summary>Makes a page of what is too much for the document; null where it is not.</summary>
    public (ToldPage Page, ToldAlerts Alerts)? TakePage()
    {
        if (_days.Count <= MostInADocument)
        {
            return null;
        }

        var page = new ToldPage(Guid.NewGuid(), _days.Values.Max());
        var alerts = new ToldAlerts();
        foreach (var (key, day) in _days)
        {
            alerts._days[key] = day;
        }

        _days.Clear();
        _pages.Add(page);
        return (page, alerts);
    }

    /// <summary>Writes all that is known, but what is on pages.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderSize + ((_pages.Count + _days.Count) * EntrySize)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(sizeof(uint)), _pages.Count);
        var rest = bytes.AsSpan(HeaderSize);
        foreach (var page in _pages)
        {
            page.Name.TryWriteBytes(rest);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[16..], page.Newest);
            rest = rest[EntrySize..];
        }

        foreach (var (key, day) in _days)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(rest, key);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[16..], day);
            rest = rest[EntrySize..];
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are something else, or not whole.</exception>
    public static ToldAlerts Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderSize || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("these are not told alerts");
        }

        var pages = BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(uint)..]);
        bytes = bytes[HeaderSize..];
        if (bytes.Length % EntrySize != 0 || pages < 0 || pages > bytes.Length / EntrySize)
        {
            throw new InvalidDataException("the told alerts end too soon");
        }

        var told = new ToldAlerts();
        told._days.EnsureCapacity((bytes.Length / EntrySize) - pages);
        for (var entry = 0; bytes.Length > 0; bytes = bytes[EntrySize..], entry++)
        {
            var day = BinaryPrimitives.ReadUInt16LittleEndian(bytes[16..]);
            if (entry < pages)
            {
                told._pages.Add(new ToldPage(new Guid(bytes[..16]), day));
            }
            else
            {
                told._days[BinaryPrimitives.ReadUInt128LittleEndian(bytes)] = day;
            }
        }

        return told;
    }

    private static UInt128 KeyOf(string alertId) =>
        UInt128.Parse(alertId, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <summary>A page of alerts that a destination was told.</summary>
/// <param name="Name">Tells it from all others.</param>
/// <param name="Newest">The day on which the last of them was, counted from 1970.</param>
internal readonly record struct ToldPage(Guid Name, ushort Newest);
