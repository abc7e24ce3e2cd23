namespace NewsAlerts.Yaml;

/// <summary>A place in alerts.yaml where something is wrong, or (as a warning) probably not what was wanted.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">The line, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">The column in UTF-16 units, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Length">How many UTF-16 units of that line are meant.</param>
/// <param name="Message">What is wrong, as a sentence for a person; never the value of a secret.</param>
/// <param name="Suggestion">What was probably meant; null where there is no good guess.</param>
public sealed record ConfigurationMistake(
    string File, int Line, int Column, int Length, string Message, string? Suggestion = null)
{
    /// <summary>The mistake in one line, as compilers write it: <c>alerts.yaml:12:5: message</c>.</summary>
    public override string ToString() =>
        (Line > 0 ? $"{File}:{Line}:{Column}: {Message}" : $"{File}: {Message}")
        + (Suggestion is null ? "" : $" (did you mean {Suggestion}?)");
}
