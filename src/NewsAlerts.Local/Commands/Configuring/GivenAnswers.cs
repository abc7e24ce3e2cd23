namespace NewsAlerts.Local.Commands.Configuring;

/// <summary>What the options of <c>alerts init</c> say; null where one was not given.</summary>
/// <param name="Contact"><c>--contact</c></param>
/// <param name="Feed"><c>--feed</c></param>
/// <param name="Words"><c>--words</c></param>
/// <param name="Notify"><c>--notify</c></param>
/// <param name="Pick">Which of a site's feeds is meant, from 1.</param>
internal sealed record GivenAnswers(string? Contact, string? Feed, string? Words, string? Notify, int? Pick);
