using YamlDotNet.Core;

namespace NewsAlerts.Yaml.Nodes;

/// <summary>A value of the file and where it stands, as indexes into the file's text.</summary>
internal sealed class Node(NodeKind kind, int start, int end)
{
    public NodeKind Kind => kind;

    public int Start => start;

    /// <summary>After the last character; for a block list or mapping, the end of its last value.</summary>
    public int End => end;

    /// <summary>A scalar's text, as YAML understands it; empty for everything else.</summary>
    public string Text { get; init; } = "";

    /// <summary>How a scalar is quoted.</summary>
    public ScalarStyle Style { get; init; }

    /// <summary>Whether a list or mapping is written in brackets.</summary>
    public bool IsFlow { get; init; }

    /// <summary>A list's values.</summary>
    public IReadOnlyList<Node> Items { get; init; } = [];

    /// <summary>A mapping's keys and values, in the order of the file, each key once.</summary>
    public IReadOnlyList<NodeEntry> Entries { get; init; } = [];

    /// <summary>The kind in words.</summary>
    public string Description => kind switch
    {
        NodeKind.Sequence => "a list",
        NodeKind.Mapping => "keys and values",
        NodeKind.Null => "nothing",
        _ => "a text",
    };

    /// <summary>The entry of a key; null where there is none.</summary>
    public NodeEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }
}
