namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>What stands between the braces of a template.</summary>
/// <param name="Start">Where its first brace is.</param>
/// <param name="Length">How long it is, with its braces.</param>
/// <param name="Sign">What it begins with: <c>#</c>, <c>/</c>, <c>^</c>, <c>&gt;</c>, <c>!</c>, <c>&amp;</c>, <c>{</c>; or a space.</param>
/// <param name="Words">Its words, and where each starts.</param>
internal sealed record TemplateTag(int Start, int Length, char Sign, IReadOnlyList<(string Text, int Start)> Words)
{
    /// <summary>The first word; empty where there is none.</summary>
    public string Name => Words.Count > 0 ? Words[0].Text : "";

    /// <summary>Whether it stands between the two parts of a block.</summary>
    public bool IsElse => (Sign == ' ' && Name == "else") || (Sign == '^' && Words.Count == 0);

    /// <summary>Whether it begins a block.</summary>
    public bool IsOpening => Sign == '#' || (Sign == '^' && Words.Count > 0);

    /// <summary>Whether it is written as it is, whatever the body is.</summary>
    public bool IsUnescaped => Sign is '{' or '&';
}
