using NewsAlerts.Http;
using NewsAlerts.Yaml.Nodes;

namespace NewsAlerts.Yaml.Values;

/// <summary>A text of the file.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Value">What it means once the environment is filled in: never to be shown, as it may be secret.</param>
internal sealed record TextValue(Node Node, string Value)
{
    /// <summary>What was filled in from the environment.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    public bool IsFromEnvironment => Node.Text.Contains("${", StringComparison.Ordinal);

    /// <summary>Whether it is one variable and nothing else, so that the text of the file says nothing of the value.</summary>
    public bool IsVariable => EnvironmentText.IsVariable(Node.Text);

    public Secret ToSecret() => new(Value);
}
