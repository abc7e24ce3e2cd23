namespace NewsAlerts.Local.Commands.Match;

/// <summary>What <c>alerts match</c> was asked.</summary>
/// <param name="Rules">The rules' file.</param>
/// <param name="Items">The items' file, or <see cref="ItemLines.StandardInput"/>.</param>
/// <param name="Json">Whether to print JSON Lines.</param>
/// <param name="Stats">Whether to measure.</param>
/// <param name="Threads">How many threads match while measuring, from 1.</param>
internal sealed record MatchOptions(string Rules, string Items, bool Json, bool Stats, int Threads);
