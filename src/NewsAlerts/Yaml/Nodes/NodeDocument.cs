namespace NewsAlerts.Yaml.Nodes;

/// <summary>A YAML document.</summary>
/// <param name="Root">Its value.</param>
/// <param name="EndMarker">Where the line <c>...</c> that ends it stands; null where it ends with the text.</param>
internal sealed record NodeDocument(Node Root, int? EndMarker);
