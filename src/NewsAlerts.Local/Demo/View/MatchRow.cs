using NewsAlerts.Messages;

namespace NewsAlerts.Local.Demo.View;

/// <summary>An item that matched, as the view shows it.</summary>
/// <param name="Key">The same for the alerts of one item.</param>
/// <param name="Text">What a message says of it.</param>
/// <param name="Rules">The names of the rules that matched.</param>
/// <param name="Told">The names of the destinations that were told.</param>
internal sealed record MatchRow(string Key, AlertText Text, IReadOnlyList<string> Rules, IReadOnlyList<string> Told);
