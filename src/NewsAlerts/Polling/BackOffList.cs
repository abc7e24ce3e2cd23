using NewsAlerts.Polling.Pace;

namespace NewsAlerts.Polling;

/// <summary>The feeds that refused us.</summary>
/// <param name="Refusals">One for each feed and domain.</param>
internal sealed record BackOffList(IReadOnlyList<Refusal> Refusals);
