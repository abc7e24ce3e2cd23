using NewsAlerts.Feeds;

namespace NewsAlerts.Storage;

/// <summary>The feeds that refused us.</summary>
/// <param name="Refusals">One for each feed and domain.</param>
internal sealed record BackOffList(IReadOnlyList<Refusal> Refusals);
