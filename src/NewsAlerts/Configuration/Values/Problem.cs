namespace NewsAlerts.Configuration.Values;

/// <summary>Why a value is wrong.</summary>
/// <param name="Message">What to say after the value: "is not …". It never repeats the value, which may be secret.</param>
/// <param name="Suggestion">What was probably meant.</param>
internal sealed record Problem(string Message, string? Suggestion = null);
