namespace NewsAlerts.Web.Pages.Forms;

/// <summary>What a program is told whose request was accepted: nothing that tells who is known.</summary>
/// <param name="Message">What happens next, as a sentence for a person.</param>
/// <param name="Hints">What is right in the query, and probably not meant; null where that is nothing.</param>
internal sealed record FormAccepted(string Message, IReadOnlyList<FormMistake>? Hints);
