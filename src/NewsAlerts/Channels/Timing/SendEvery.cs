namespace NewsAlerts.Channels.Timing;

/// <summary>How often digests are due.</summary>
public enum SendEvery
{
    /// <summary>At every full hour.</summary>
    Hour,

    /// <summary>Once a day.</summary>
    Day,

    /// <summary>Once a week.</summary>
    Week,
}
