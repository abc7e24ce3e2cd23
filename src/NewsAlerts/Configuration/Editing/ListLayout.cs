using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Nodes;

namespace NewsAlerts.Configuration.Editing;

/// <summary>How a list is laid out.</summary>
/// <param name="Indent">What stands before the dash.</param>
/// <param name="Gap">What stands between the dash and the value.</param>
/// <param name="IsFlow">Whether its values are in braces.</param>
internal sealed record ListLayout(string Indent, string Gap, bool IsFlow)
{
    private static readonly ListLayout Usual = new("  ", " ", IsFlow: false);

    /// <summary>The layout of the list itself, or else that of another list of the file.</summary>
    public static ListLayout Of(Node? list, Node root, SourceText source) =>
        root.Entries.Select(entry => entry.Value).Prepend(list ?? root).FirstOrDefault(IsBlockList) is { } model
            ? Of(model, source)
            : Usual with { Indent = Usual.Indent + new string(' ', source.Position(root.Start).Column - 1) };

    private static bool IsBlockList(Node node) => node is { Kind: NodeKind.Sequence, IsFlow: false, Items.Count: > 0 };

    private static ListLayout Of(Node list, SourceText source)
    {
        var last = list.Items[^1];
        var dash = source.Text.LastIndexOf('-', Math.Max(0, last.Start - 1));
        var gap = source.Text[(dash + 1)..last.Start];
        var isBesideDash = gap.Length > 0 && gap.All(character => character == ' ');
        return new ListLayout(
            new string(' ', source.Position(list.Start).Column - 1),
            isBesideDash ? gap : " ",
            last is { Kind: NodeKind.Mapping, IsFlow: true });
    }
}
