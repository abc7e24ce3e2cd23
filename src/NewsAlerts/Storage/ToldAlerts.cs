using System.Buffers.Binary;
using System.Globalization;
using NewsAlerts.Items;

namespace NewsAlerts.Storage;

/// <summary>The alerts that a destination was told, and which rules were muted, by id: 18 bytes each.</summary>
internal sealed class ToldAlerts
{
    private const int EntrySize = 18;

    private readonly Dictionary<UInt128, ushort> _days = [];

    /// <summary>Whether an alert was told.</summary>
    public bool Contains(string alertId) => _days.ContainsKey(KeyOf(alertId));

    /// <summary>Whether a rule was muted when it matched what an alert tells.</summary>
    public bool IsMuted(string alertId, string rule) => Contains(MutedId(alertId, rule));

    /// <summary>
    /// The id under which is remembered that a rule was muted when it matched what an alert tells: another rule may tell
    /// it. Stored for months, so it must never change.
    /// </summary>
    public static string MutedId(string alertId, string rule) => StableHash.Of($"muted\n{alertId}\n{rule}", EntrySize - sizeof(ushort));

    /// <summary>Takes note of alerts that were told, and forgets those that are too old.</summary>
    /// <param name="alertIds">The alerts.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="keep">How long an alert is remembered.</param>
    public void Add(IEnumerable<string> alertIds, DateTimeOffset now, TimeSpan keep)
    {
        var today = (ushort)(now.ToUnixTimeSeconds() / 86400);
        foreach (var key in _days.Where(entry => today - entry.Value > keep.TotalDays).Select(entry => entry.Key).ToList())
        {
            _days.Remove(key);
        }

        foreach (var id in alertIds)
        {
            _days[KeyOf(id)] = today;
        }
    }

    /// <summary>Writes all that is known.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[_days.Count * EntrySize];
        var rest = bytes.AsSpan();
        foreach (var (key, day) in _days)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(rest, key);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[16..], day);
            rest = rest[EntrySize..];
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not whole, or zeros.</exception>
    public static ToldAlerts Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % EntrySize != 0)
        {
            throw new InvalidDataException("the told alerts end too soon");
        }

        var told = new ToldAlerts();
        for (; bytes.Length > 0; bytes = bytes[EntrySize..])
        {
            var day = BinaryPrimitives.ReadUInt16LittleEndian(bytes[16..]);
            told._days[BinaryPrimitives.ReadUInt128LittleEndian(bytes)] = day != 0
                ? day
                : throw new InvalidDataException("the told alerts are of no day");
        }

        return told;
    }

    private static UInt128 KeyOf(string alertId) =>
        UInt128.Parse(alertId, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
