namespace NewsAlerts.Yaml;

/// <summary>What every part of the reading needs.</summary>
/// <param name="Mistakes">Where to say what is wrong.</param>
/// <param name="Environment">The environment variables, by name.</param>
internal sealed record ReadingContext(MistakeList Mistakes, Func<string, string?> Environment);
