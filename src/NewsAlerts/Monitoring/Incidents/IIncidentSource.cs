namespace NewsAlerts.Monitoring.Incidents;

/// <summary>Finds out whether something is wrong.</summary>
internal interface IIncidentSource
{
    /// <summary>The kinds of incident that it finds.</summary>
    IReadOnlyList<IncidentKind> Kinds { get; }

    /// <summary>Finds all that is wrong now, what was known before too.</summary>
    /// <param name="open">The incidents of its kinds that are known: what is still so need not be looked up again.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyList<Incident>> FindAsync(IReadOnlyList<Incident> open, CancellationToken cancellationToken);
}
