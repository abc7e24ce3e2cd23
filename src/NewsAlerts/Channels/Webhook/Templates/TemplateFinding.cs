namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>Something in a template that is wrong, or (as a warning) probably not what was wanted.</summary>
/// <param name="Start">Where it is in the template, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Message">What is wrong, as a clause for a person.</param>
internal sealed record TemplateFinding(int Start, int Length, string Message)
{
    /// <summary>Whether the template works all the same.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The word that is not known; null where it is not about a word.</summary>
    public string? Word { get; init; }

    /// <summary>What that word could have been.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];
}
