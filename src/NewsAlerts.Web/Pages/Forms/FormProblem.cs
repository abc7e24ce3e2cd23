namespace NewsAlerts.Web.Pages.Forms;

/// <summary>Why a program's request was refused (RFC 9457).</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Title">Why, as a sentence for a person.</param>
/// <param name="Errors">What is wrong, by field.</param>
internal sealed record FormProblem(int Status, string Title, IReadOnlyList<FormMistake>? Errors = null);
