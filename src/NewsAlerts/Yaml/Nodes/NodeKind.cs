namespace NewsAlerts.Yaml.Nodes;

/// <summary>What a node of the file is.</summary>
internal enum NodeKind
{
    /// <summary>A text, number or the like.</summary>
    Scalar,

    /// <summary>Nothing: an absent value, <c>~</c> or <c>null</c>.</summary>
    Null,

    /// <summary>A list.</summary>
    Sequence,

    /// <summary>Keys and values.</summary>
    Mapping,

    /// <summary>Something that was reported as a mistake already, and about which nothing more is to be said.</summary>
    Broken,
}
