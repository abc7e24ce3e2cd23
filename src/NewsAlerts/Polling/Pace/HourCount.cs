namespace NewsAlerts.Polling.Pace;

/// <summary>A count within one hour.</summary>
/// <param name="Hour">The hour, counted from the Unix epoch.</param>
/// <param name="Count">How many.</param>
public readonly record struct HourCount(long Hour, int Count);
