using NewsAlerts.Yaml;

namespace NewsAlerts.Configuration;

/// <summary>Which configuration holds in this process, and whether a newer one is refused.</summary>
/// <param name="Origin">The document or file that it was read from; null where there is none to work with.</param>
/// <param name="Since">Since when this has been so, UTC.</param>
/// <param name="Mistakes">Why the newest one is refused; empty where it holds.</param>
internal sealed record ConfigurationState(
    string? Origin, DateTimeOffset Since, IReadOnlyList<ConfigurationMistake> Mistakes)
{
    /// <summary>Makes sure that there is a configuration to work with.</summary>
    /// <exception cref="InvalidDataException">There is none; the message says why, a mistake a line.</exception>
    public void Demand()
    {
        if (Origin is null)
        {
            throw new InvalidDataException($"there is no configuration to work with:\n{string.Join('\n', Mistakes)}");
        }
    }
}
