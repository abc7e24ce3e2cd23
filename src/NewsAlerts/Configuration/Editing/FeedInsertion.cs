using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Nodes;

namespace NewsAlerts.Configuration.Editing;

/// <summary>Finds the place for new feeds in a file, and writes them there in the file's own manner.</summary>
/// <param name="source">The file.</param>
/// <param name="document">What it says; null where it is empty.</param>
internal sealed class FeedInsertion(SourceText source, NodeDocument? document)
{
    private readonly string _lineBreak =
        source.Text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var index && source.Text[index] == '\r'
            ? source.Text.AsSpan(index).StartsWith("\r\n") ? "\r\n" : "\r"
            : "\n";

    private readonly CommentLines _comments = new(source);

    public string Apply(IReadOnlyList<NewFeed> feeds) => TextEdit.Apply(source.Text, Edits(feeds));

    private IEnumerable<TextEdit> Edits(IReadOnlyList<NewFeed> feeds) => document?.Root switch
    {
        { Kind: NodeKind.Mapping } root => root.Find("feeds") switch
        {
            { Value: { IsFlow: true, Items.Count: > 0 } list } => AfterLastInBrackets(list, feeds),
            { Value: { Kind: NodeKind.Sequence, IsFlow: false } list } => [AfterLastOfBlock(list, root, feeds)],
            { } entry when root.IsFlow || HasComment(entry) => [IntoEmptyBrackets(entry, feeds)],
            { } entry => BelowKey(entry, root, feeds),
            null when root.IsFlow => [IntoBraces(root, feeds)],
            null => [AtEnd(root, feeds)],
        },
        _ => [AtEnd(new Node(NodeKind.Null, 0, 0), feeds)],
    };

    private TextEdit AfterLastOfBlock(Node list, Node root, IReadOnlyList<NewFeed> feeds)
    {
        // A block scalar ends behind its line break, which is not yet where the next entry may stand.
        var last = source.Text.AsSpan(0, list.End).TrimEnd().Length;
        var end = _comments.EndBelow(last, Column(root) + 1);
        return TextEdit.Insert(Column(list) > Column(root) ? end : _comments.EndOfParagraph(end), _lineBreak + Block(list, root, feeds));
    }

    private IEnumerable<TextEdit> AfterLastInBrackets(Node list, IReadOnlyList<NewFeed> feeds)
    {
        var last = list.Items[^1];
        var comma = SkipBlank(last.End) is var next && source.Text[next] == ',' ? next : (int?)null;
        var line = _comments.EndBelow(comma ?? last.End, leastIndent: 0);
        if (line >= list.End - 1)
        {
            return [TextEdit.Insert(last.End, string.Concat(feeds.Select(feed => ", " + FeedWriter.Flow(feed))))];
        }

        var indent = Indent(last.Start);
        var added = string.Join(",", feeds.Select(feed => _lineBreak + indent + FeedWriter.Flow(feed)));
        return comma is null
            ? [TextEdit.Insert(last.End, ","), TextEdit.Insert(line, added)]
            : [TextEdit.Insert(line, added + ",")];
    }

    /// <summary>Into <c>feeds: [ ]</c>, or behind <c>feeds:</c> in braces.</summary>
    private TextEdit IntoEmptyBrackets(NodeEntry entry, IReadOnlyList<NewFeed> feeds)
    {
        var list = Flow(feeds);
        if (entry.Value.Kind == NodeKind.Sequence)
        {
            return TextEdit.Insert(entry.Value.End - 1, HasComment(entry) ? $" {list}{_lineBreak}" : $" {list} ");
        }

        var hasColon = source.Text.AsSpan(entry.Key.End, entry.Value.End - entry.Key.End).Contains(':');
        return new TextEdit(entry.Value.Start, entry.Value.End, hasColon ? $" [ {list} ]" : $": [ {list} ]");
    }

    /// <summary>Below <c>feeds:</c>, whose value is taken away where it says that there is none.</summary>
    private IEnumerable<TextEdit> BelowKey(NodeEntry entry, Node root, IReadOnlyList<NewFeed> feeds)
    {
        var (_, value) = entry;
        var isWritten = value.Kind == NodeKind.Sequence || value.Text.Length > 0;
        var start = source.Text.AsSpan(0, value.Start).TrimEnd(' ').Length;
        var below = TextEdit.Insert(_comments.EndBelow(value.End, Column(root) + 1), _lineBreak + Block(null, root, feeds));
        return isWritten ? [new TextEdit(start, value.End, ""), below] : [below];
    }

    private static TextEdit IntoBraces(Node root, IReadOnlyList<NewFeed> feeds) => root.Entries.Count == 0
        ? TextEdit.Insert(root.Start + 1, $" feeds: [ {Flow(feeds)} ] ")
        : TextEdit.Insert(root.Entries[^1].Value.End, $", feeds: [ {Flow(feeds)} ]");

    private TextEdit AtEnd(Node root, IReadOnlyList<NewFeed> feeds)
    {
        var end = document?.EndMarker ?? source.Text.Length;
        var added = $"{Indent(root.Start)}feeds:{_lineBreak}{Block(null, root, feeds)}";
        var startsLine = end == 0 || source.Text[end - 1] is '\r' or '\n';
        return TextEdit.Insert(end, startsLine ? added + _lineBreak : _lineBreak + added);
    }

    private string Block(Node? list, Node root, IReadOnlyList<NewFeed> feeds)
    {
        var layout = ListLayout.Of(list, root, source);
        return string.Join(_lineBreak, feeds.Select(feed => FeedWriter.Block(feed, layout, _lineBreak)));
    }

    private static string Flow(IEnumerable<NewFeed> feeds) => string.Join(", ", feeds.Select(FeedWriter.Flow));

    private bool HasComment(NodeEntry entry) =>
        entry.Value.Kind == NodeKind.Sequence
        && source.Text.AsSpan(entry.Value.Start, entry.Value.End - entry.Value.Start).IndexOfAny('#', '\n', '\r') >= 0;

    private int Column(Node node) => source.Position(node.Start).Column - 1;

    /// <summary>The white space that the line of a place starts with.</summary>
    private string Indent(int index)
    {
        return source.Text[source.StartOfLine(index)..index] is var before && before.Trim().Length == 0
            ? before
            : before[..(before.Length - before.TrimStart().Length)];
    }

    /// <summary>The first place that is neither white space nor comment.</summary>
    private int SkipBlank(int index)
    {
        while (char.IsWhiteSpace(source.Text[index]) || source.Text[index] == '#')
        {
            index = source.Text[index] == '#' ? source.EndOfLine(index) : index + 1;
        }

        return index;
    }
}
