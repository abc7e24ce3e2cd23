using System.Globalization;

namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>What names mean at a place of a template: the values of the blocks around it, the innermost last.</summary>
/// <param name="root">What the template is given.</param>
internal sealed class TemplateScope(object? root)
{
    /// <summary>A value of which nothing is known, so that every name in it may be right.</summary>
    public static readonly object Any = new();

    private readonly Stack<object?> _values = new([root]);

    /// <summary>Goes into a block that has a value of its own.</summary>
    public void Enter(object? value) => _values.Push(value);

    /// <summary>Leaves it.</summary>
    public void Leave() => _values.Pop();

    /// <summary>What one of a list's entries is.</summary>
    public static object? EntryOf(object? value) => value is List<object?> list ? list.FirstOrDefault(Any) : Any;

    /// <summary>What a path leads to; where a name in it is not known, that name and those that are.</summary>
    public (object? Value, string? Unknown, IReadOnlyList<string> Known) Find(string path)
    {
        var depth = 0;
        while (path.StartsWith("../", StringComparison.Ordinal) || path == "..")
        {
            (path, depth) = (path == ".." ? "this" : path[3..], depth + 1);
        }

        var value = depth < _values.Count ? _values.ElementAt(depth) : Any;
        if (path.StartsWith('@'))
        {
            (path, value) = path.StartsWith("@root.", StringComparison.Ordinal) ? (path["@root.".Length..], root) : ("this", Any);
        }

        foreach (var part in path.Split('.', '/').Where(part => part is not ("" or "this")))
        {
            var name = part.Trim('[', ']');
            switch (value)
            {
                case Dictionary<string, object?> fields when fields.TryGetValue(name, out var inner):
                    value = inner;
                    break;
                case List<object?> list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _):
                    value = EntryOf(list);
                    break;
                case List<object?> when name == "Count":
                    value = 0L;
                    break;
                case not null when ReferenceEquals(value, Any):
                    break;
                default:
                    return (Any, name, value is Dictionary<string, object?> others ? [.. others.Keys] : []);
            }
        }

        return (value, null, []);
    }
}
