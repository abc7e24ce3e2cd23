using NewsAlerts.Http;
using NewsAlerts.Yaml.Nodes;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Yaml;

/// <summary>
/// Reads the keys of one mapping and reports what is wrong with them. It remembers which keys it was asked for: those
/// are the known ones, so that a key is added by reading it.
/// </summary>
/// <param name="node">The mapping.</param>
/// <param name="what">What it is, in words: <c>a feed</c>.</param>
/// <param name="context">Where mistakes go and variables come from.</param>
internal sealed class MappingReader(Node node, string what, ReadingContext context)
{
    private readonly List<string> _keys = [];

    /// <summary>The keys that were asked for.</summary>
    public IReadOnlyList<string> Keys => _keys;

    public MistakeList Mistakes => context.Mistakes;

    /// <summary>The text of a key that may be absent.</summary>
    public TextValue? Text(string key, Func<string, Problem?>? check = null, bool isSecret = false) =>
        Find(key) is { } entry ? ValueOf(entry.Value, $"'{key}'", check, isSecret) : null;

    /// <summary>The text of a key that must be there.</summary>
    public TextValue? Required(string key, Func<string, Problem?>? check = null, bool isSecret = false)
    {
        if (Find(key) is { } entry)
        {
            return ValueOf(entry.Value, $"'{key}'", check, isSecret);
        }

        Missing(key);
        return null;
    }

    /// <summary>The text of a key that may be absent, and may have several lines.</summary>
    public TextValue? Lines(string key) =>
        Find(key) is { } entry ? ValueOf(entry.Value, $"'{key}'", check: null, isSecret: false, hasLines: true) : null;

    /// <summary>The text of a key that must be there, as written: variables in it are not replaced.</summary>
    public Node? Verbatim(string key)
    {
        if (Find(key) is { } entry)
        {
            return IsText(entry.Value, $"'{key}'") ? entry.Value : null;
        }

        Missing(key);
        return null;
    }

    /// <summary>The texts of a key that holds a list.</summary>
    public IReadOnlyList<TextValue> Texts(string key, Func<string, Problem?>? check = null, bool isSecret = false)
    {
        var items = Items(key, "texts");
        var texts = new List<TextValue>(items.Count);
        foreach (var item in items)
        {
            if (ValueOf(item, $"each of '{key}'", check, isSecret) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>The texts of a key that holds one, or a list of them.</summary>
    public IReadOnlyList<TextValue> OneOrMore(string key, Func<string, Problem?>? check = null, bool isSecret = false) =>
        Find(key) is { Value.Kind: NodeKind.Sequence }
            ? Texts(key, check, isSecret)
            : Text(key, check, isSecret) is { } text ? [text] : [];

    /// <summary>A duration; null where it is absent or wrong.</summary>
    public TimeSpan? Duration(string key, TimeSpan least, TimeSpan most) =>
        Text(key, text => DurationText.Check(text, least, most)) is { } text ? DurationText.Parse(text.Value) : null;

    /// <summary>Whether something holds: <c>true</c> or <c>false</c>; null where it is absent or wrong.</summary>
    public bool? Flag(string key) =>
        Text(key, text => text is "true" or "false" ? null : new Problem("is neither true nor false")) is { } text
            ? text.Value == "true"
            : null;

    /// <summary>A mapping; an empty one where the key is absent, has no value, or is wrong.</summary>
    public MappingReader Mapping(string key, string meaning) =>
        OptionalMapping(key, meaning) ?? new MappingReader(new Node(NodeKind.Null, node.Start, node.Start), meaning, context);

    /// <summary>A mapping; null where the key is absent, has no value, or is wrong.</summary>
    public MappingReader? OptionalMapping(string key, string meaning) =>
        Find(key) is { Value: { Kind: not NodeKind.Null } value } && IsA(NodeKind.Mapping, value, $"'{key}'")
            ? new MappingReader(value, meaning, context)
            : null;

    /// <summary>The mappings of a key that holds a list.</summary>
    public IReadOnlyList<MappingReader> Mappings(string key, string meaning)
    {
        var items = Items(key, "entries");
        var mappings = new List<MappingReader>(items.Count);
        foreach (var item in items)
        {
            if (IsA(NodeKind.Mapping, item, meaning))
            {
                mappings.Add(new MappingReader(item, meaning, context));
            }
        }

        return mappings;
    }

    /// <summary>Whether the key is there, whatever its value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Reports a key that is there although it means nothing here.</summary>
    public void Reject(string key, string message)
    {
        if (Find(key) is { Key: var written })
        {
            Mistakes.Add(written.Start, written.End, message);
        }
    }

    /// <summary>Reports a key that is there although it holds nothing.</summary>
    public void RejectEmpty(string key, string message)
    {
        if (Find(key) is { Value: { Kind: NodeKind.Null or NodeKind.Sequence, Items.Count: 0 } value })
        {
            Mistakes.Add(value.Start, value.End, message);
        }
    }

    /// <summary>Reports a key that is not there.</summary>
    public void Missing(string key)
    {
        var end = node is { IsFlow: false, Entries: [var first, ..] } ? first.Key.End : node.Start + 1;
        Mistakes.Add(node.Start, end, $"{what} needs '{key}'");
    }

    /// <summary>Reports every key that was not asked for; to be called once all known keys were.</summary>
    public void RejectUnknownKeys()
    {
        foreach (var (key, value) in node.Entries)
        {
            if (!_keys.Contains(key.Text))
            {
                // It may be a misspelt key of a secret; without a space after its colon, or without a colon, it holds the secret.
                var name = Mistakes.Source.IsBeforeColon(key.End) ? key.Text.Split(':', '=', ' ')[0] : "";
                Hide(value);
                if (name.Length < key.Text.Length)
                {
                    Mistakes.Hide(Math.Min(key.Start + name.Length, key.End), key.End);
                }

                var message = key.Text == "<<" ? "keys cannot be merged with '<<': write them out"
                    : name.Length == 0 ? $"{what} has no such key"
                    : $"{what} has no '{name}'";
                Mistakes.Add(key.Start, key.End, message, Mistakes.Nearest(name, _keys));
            }
        }
    }

    private NodeEntry? Find(string key)
    {
        if (!_keys.Contains(key))
        {
            _keys.Add(key);
        }

        return node.Find(key);
    }

    private IReadOnlyList<Node> Items(string key, string ofWhat)
    {
        if (Find(key) is not { Value: { Kind: not NodeKind.Null and not NodeKind.Broken } value })
        {
            return [];
        }

        if (value.Kind == NodeKind.Sequence)
        {
            return value.Items;
        }

        var meant = value.Kind == NodeKind.Scalar && ofWhat == "texts" ? $"[{value.Text}]" : null;
        if (meant is null)
        {
            Hide(value);
        }

        Mistakes.Add(value.Start, value.End, $"'{key}' must be a list of {ofWhat}, not {value.Description}", meant);
        return [];
    }

    private bool IsA(NodeKind kind, Node value, string name)
    {
        if (value.Kind != kind && value.Kind != NodeKind.Broken)
        {
            var expected = new Node(kind, 0, 0).Description;
            Hide(value);
            Mistakes.Add(value.Start, value.End, $"{name} must be {expected}, not {value.Description}");
        }

        return value.Kind == kind;
    }

    // Also what is not of the expected kind, and so not read: nobody knows whether a secret is in it. Where there is no value, a '#'
    // may have made a comment of it.
    private void Hide(Node value) =>
        Mistakes.Hide(value.Start, value.Kind == NodeKind.Null ? Mistakes.Source.EndOfLine(value.Start) : value.End);

    private bool IsText(Node value, string name)
    {
        if (value is { Kind: NodeKind.Scalar, Text.Length: > 0 })
        {
            return true;
        }

        if (value.Kind is NodeKind.Scalar or NodeKind.Null)
        {
            Mistakes.Add(value.Start, value.End, $"{name} has no value");
            return false;
        }

        return IsA(NodeKind.Scalar, value, name);
    }

    private TextValue? ValueOf(Node value, string name, Func<string, Problem?>? check, bool isSecret, bool hasLines = false)
    {
        if (isSecret)
        {
            Hide(value);
        }

        foreach (var (start, length) in AddressSecrets.Find(value.Text))
        {
            var (from, to) = ScalarPlace.Find(Mistakes.Source, value, start, length) ?? (value.Start, value.End);
            Mistakes.Hide(from, to);
        }

        var used = new List<string>();
        if (!IsText(value, name) || EnvironmentText.Expand(value.Text, Use, Report) is not { } expanded)
        {
            return null;
        }

        var text = new TextValue(value, expanded) { Variables = used };
        var problem = expanded.Any(character => char.IsControl(character) && !(hasLines && character == '\n')) ? new Problem("holds a line break or control character") : check?.Invoke(expanded);
        if (problem is null)
        {
            return text;
        }

        if (problem.IsSecret && !isSecret)
        {
            Mistakes.Hide(value.Start, value.End);
        }

        var isHidden = isSecret || problem.IsSecret;
        var shown = isHidden && !text.IsVariable ? "this value" : $"'{AddressSecrets.Redact(value.Text)}'";
        var suggestion = isHidden || text.IsFromEnvironment || problem.Suggestion is not { } meant ? null : AddressSecrets.Redact(meant);
        Mistakes.Add(value.Start, value.End, $"{shown} {problem.Message}", suggestion);
        return null;

        string? Use(string variable)
        {
            var filledIn = context.Environment(variable);
            used.AddRange(filledIn is null ? [] : [filledIn]);
            return filledIn;
        }

        void Report(int start, int length, string message)
        {
            var (from, to) = ScalarPlace.Find(Mistakes.Source, value, start, length) ?? (value.Start, value.End);
            Mistakes.Add(from, to, message);
        }
    }
}
