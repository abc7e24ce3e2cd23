using System.Globalization;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>Numbers of operations by kind, to reckon with.</summary>
/// <param name="Counts">The numbers; what is missing is none.</param>
internal sealed record OperationCounts(IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>All of them.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>How many of a kind.</summary>
    public int this[string kind] => Counts.GetValueOrDefault(kind);

    public static OperationCounts operator +(OperationCounts one, OperationCounts other) => Combine(one, other, (a, b) => a + b);

    public static OperationCounts operator -(OperationCounts one, OperationCounts other) => Combine(one, other, (a, b) => a - b);

    public static OperationCounts operator *(int times, OperationCounts counts) => Combine(counts, counts, (a, _) => times * a);

    /// <summary>Such as <c>blob read 2, queue send 1</c>.</summary>
    public override string ToString() =>
        string.Join(", ", Counts.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} {entry.Value}")));

    private static OperationCounts Combine(OperationCounts one, OperationCounts other, Func<int, int, int> reckon) =>
        new(one.Counts.Keys.Union(other.Counts.Keys)
            .Select(kind => KeyValuePair.Create(kind, reckon(one[kind], other[kind])))
            .Where(entry => entry.Value != 0)
            .ToDictionary());
}
