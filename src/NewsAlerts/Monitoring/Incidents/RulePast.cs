namespace NewsAlerts.Monitoring.Incidents;

/// <summary>
/// When the items came that a rule has matched, by full hours (since 1970, UTC). It is of one query and one choice of
/// feeds: an edited rule begins anew.
/// </summary>
internal sealed record RulePast
{
    /// <summary>Fewer hours with a match tell nothing about how long it is silent at times.</summary>
    public const int LeastMatches = 10;

    /// <summary>A shorter past may not have seen a weekend.</summary>
    public static readonly TimeSpan LeastPast = TimeSpan.FromDays(14);

    /// <summary>The shortest silence that is one.</summary>
    public static readonly TimeSpan LeastSilence = TimeSpan.FromDays(2);

    /// <summary>The rule's name.</summary>
    public required string Name { get; init; }

    /// <summary>Tells its query and its choice of feeds from others.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The hour of the first match.</summary>
    public required long First { get; init; }

    /// <summary>The hour of the last match.</summary>
    public required long Last { get; init; }

    /// <summary>In how many hours something has matched.</summary>
    public int Matches { get; init; } = 1;

    /// <summary>The longest time between two matches, in hours.</summary>
    public long Longest { get; init; }

    /// <summary>The hour until which its silence counts for nothing, since its feeds failed; 0 where there was none.</summary>
    public long Excused { get; init; }

    /// <summary>
    /// How long it may be silent before that is news: twice as long as ever before, and two days at least; null while its
    /// past is too short to tell, with ten hours with a match in two weeks.
    /// </summary>
    public TimeSpan? Patience
    {
        get
        {
            var twice = TimeSpan.FromHours(2 * Longest);
            return Matches < LeastMatches || TimeSpan.FromHours(Last - First) < LeastPast ? null : twice > LeastSilence ? twice : LeastSilence;
        }
    }

    /// <summary>The past with a match more. Matches are told in order; one that comes late changes nothing.</summary>
    /// <param name="hour">The hour of the match.</param>
    /// <param name="excused">The hour until which nobody's silence counts, since the service did not run.</param>
    public RulePast With(long hour, long excused) => hour <= Last ? this : this with
    {
        Last = hour,
        Matches = Matches + 1,
        Longest = Math.Max(Longest, hour - SilentSince(excused)),
    };

    /// <summary>The hour since which it has been silent, as far as that counts.</summary>
    public long SilentSince(long excused) => Math.Max(Last, Math.Max(Excused, excused));
}
