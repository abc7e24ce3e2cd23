using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsAlerts.Yaml.Nodes;

/// <summary>
/// Reads YAML 1.1 into nodes that know their place. What a configuration has no use for (anchors, aliases, tags, a
/// second document) is a mistake, which also means that no text can grow while it is read.
/// </summary>
internal sealed class NodeTree
{
    private const int MaxDepth = 32;

    private readonly MistakeList _mistakes;
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    private NodeTree(MistakeList mistakes)
    {
        _mistakes = mistakes;
        _scanner = new Scanner(new StringReader(mistakes.Source.Text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The file's only document; null where it is empty or was reported as unreadable.</summary>
    public static NodeDocument? Read(MistakeList mistakes)
    {
        var tree = new NodeTree(mistakes);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException exception)
        {
            SyntaxMistake.Report(exception.Start, exception.End, exception.Message, mistakes);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or ArgumentException or EndOfStreamException)
        {
            // YamlDotNet 16.3.0 lets these out for some texts that are not YAML: "?\0[?\r", "!![".
            SyntaxMistake.Report(tree._scanner.CurrentPosition, tree._scanner.CurrentPosition, "", mistakes);
        }

        return null;
    }

    private NodeDocument? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        if (ReadNode(0) is not { } root)
        {
            return null;
        }

        var end = _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _mistakes.Hide(Start(second), _mistakes.Source.Text.Length);
            _mistakes.Add(Start(second), End(second), "a second document starts here: everything belongs into one");
        }

        return new NodeDocument(root, end.IsImplicit ? null : Start(end));
    }

    /// <summary>The next value; null where reading must stop because the nesting is too deep.</summary>
    private Node? ReadNode(int depth)
    {
        var next = _parser.Consume<ParsingEvent>();
        if (depth > MaxDepth)
        {
            _mistakes.HideUnread();
            _mistakes.Add(Start(next), End(next), $"the values are nested more than {MaxDepth} deep");
            return null;
        }

        var node = next switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart sequence => ReadSequence(sequence, depth),
            MappingStart mapping => ReadMapping(mapping, depth),
            _ => new Node(NodeKind.Broken, Start(next), End(next)),
        };
        return node is not null && Unsupported(next) is { } unsupported ? Broken(next, node, unsupported) : node;
    }

    private static string? Unsupported(ParsingEvent read) => read switch
    {
        AnchorAlias => "an alias (*) cannot be used: write the value itself, or quote it to mean text",
        NodeEvent { Anchor: { IsEmpty: false } } => "an anchor (&) cannot be used: quote it to mean text",
        NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } => "a tag (!) cannot be used: quote it to mean text",
        _ => null,
    };

    private Node Broken(ParsingEvent start, Node node, string message)
    {
        // A password may begin with any of these signs, and what follows them is not always a part of the node.
        _mistakes.Hide(Start(start), _mistakes.Source.EndOfLine(Math.Max(Start(start), node.End)));
        _mistakes.Add(Start(start), Math.Max(End(start), Start(start) + 1), message);
        return new Node(NodeKind.Broken, node.Start, node.End);
    }

    private static Node ReadScalar(Scalar scalar)
    {
        var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
        return new Node(isNull ? NodeKind.Null : NodeKind.Scalar, Start(scalar), End(scalar))
        {
            // The line break that ends a block is YAML's, not the value's.
            Text = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? scalar.Value.TrimEnd('\n') : scalar.Value,
            Style = scalar.Style,
        };
    }

    private Node? ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<Node>();
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            if (ReadNode(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        var end = _parser.Consume<SequenceEnd>();
        var isFlow = start.Style == SequenceStyle.Flow;
        var last = items.Count > 0 ? items[^1].End : End(start);
        return new Node(NodeKind.Sequence, Start(start), isFlow ? Start(end) + 1 : last) { Items = items, IsFlow = isFlow };
    }

    private Node? ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<NodeEntry>();
        var keys = new Dictionary<string, Node>(StringComparer.Ordinal);
        var last = End(start);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is not { } key || ReadNode(depth + 1) is not { } value)
            {
                return null;
            }

            last = value.End;
            if (IsNewKey(key, keys))
            {
                entries.Add(new NodeEntry(key, value));
            }
            else
            {
                _mistakes.Hide(value.Start, value.End);
            }
        }

        var end = _parser.Consume<MappingEnd>();
        var isFlow = start.Style == MappingStyle.Flow;
        return new Node(NodeKind.Mapping, Start(start), isFlow ? Start(end) + 1 : last) { Entries = entries, IsFlow = isFlow };
    }

    private bool IsNewKey(Node key, Dictionary<string, Node> keys)
    {
        if (key.Kind != NodeKind.Scalar)
        {
            if (key.Kind != NodeKind.Broken)
            {
                _mistakes.Hide(key.Start, key.End);
                _mistakes.Add(key.Start, key.End, $"a key is expected here, not {key.Description}");
            }

            return false;
        }

        if (keys.TryAdd(key.Text, key))
        {
            return true;
        }

        var first = _mistakes.Source.Position(keys[key.Text].Start).Line;
        _mistakes.Add(key.Start, key.End, $"the key '{key.Text}' is here twice: it stands on line {first} already");
        return false;
    }

    private static int Start(ParsingEvent parsingEvent) => (int)parsingEvent.Start.Index;

    private static int End(ParsingEvent parsingEvent) => (int)parsingEvent.End.Index;
}
