using NewsAlerts.Archive;

namespace NewsAlerts.Explaining;

/// <summary>An article as a feed showed it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Feed">What its feed is called.</param>
/// <param name="Rules">What the rules make of it, in the order of the configuration.</param>
internal sealed record Sighting(ArchivedItem Item, string Feed, IReadOnlyList<RuleFinding> Rules);
