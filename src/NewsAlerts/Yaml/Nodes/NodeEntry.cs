namespace NewsAlerts.Yaml.Nodes;

/// <summary>A key of a mapping and its value.</summary>
internal readonly record struct NodeEntry(Node Key, Node Value);
