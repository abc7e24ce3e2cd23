namespace NewsAlerts.Yaml.Values;

/// <summary>Why a value is wrong.</summary>
/// <param name="Message">What to say after the value: "is not …". It never repeats the value, which may be secret.</param>
/// <param name="Suggestion">What was probably meant.</param>
/// <param name="IsSecret">Whether the value holds a secret where none belongs.</param>
internal sealed record Problem(string Message, string? Suggestion = null, bool IsSecret = false);
