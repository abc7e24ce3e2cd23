namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>Reads percentiles by the nearest rank.</summary>
internal static class Percentiles
{
    /// <summary>The smallest of the sorted values that so large a part does not exceed.</summary>
    public static double Percentile(this IReadOnlyList<double> sorted, double part) =>
        sorted[(int)Math.Ceiling(sorted.Count * part) - 1];
}
