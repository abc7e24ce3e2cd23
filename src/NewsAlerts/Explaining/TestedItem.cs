using NewsAlerts.Archive;
using NewsAlerts.Rules;

namespace NewsAlerts.Explaining;

/// <summary>A past item that a query finds.</summary>
/// <param name="Item">The item.</param>
/// <param name="Text">The texts that the query looks at.</param>
/// <param name="Feed">The name of its feed.</param>
/// <param name="Places">What made it match.</param>
internal sealed record TestedItem(ArchivedItem Item, ItemText Text, string Feed, IReadOnlyList<WordMatch> Places);
