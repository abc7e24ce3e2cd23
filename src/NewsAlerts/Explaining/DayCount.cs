namespace NewsAlerts.Explaining;

/// <summary>How many alerts there would have been on a day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Alerts">How many.</param>
internal sealed record DayCount(DateOnly Day, int Alerts);
