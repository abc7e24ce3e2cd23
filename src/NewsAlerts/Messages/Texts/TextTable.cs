using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsAlerts.Messages.Texts;

/// <summary>
/// The texts of one language, from a file that a translator edits: JSON of texts by key, in which <c>{{name}}</c> stands for a value,
/// and <c>key_zero</c>, <c>key_one</c> and <c>key_other</c> say the same of so many (i18next's JSON format, version 4).
/// </summary>
internal sealed partial class TextTable
{
    private const string Zero = "_zero";
    private const string One = "_one";
    private const string Other = "_other";
    private const string CountName = "count";

    private readonly FrozenDictionary<string, JsonElement> _texts;
    private readonly Func<int, bool> _isOne;

    /// <summary>Reads the texts of a language.</summary>
    /// <param name="assembly">Where they are embedded.</param>
    /// <param name="set">Which of its texts: the resource is called <c>texts.SET.TAG.json</c>.</param>
    /// <param name="tag">The language's tag (BCP 47), in lower case.</param>
    /// <param name="isOne">Which numbers are its singular (Unicode CLDR, plural category "one").</param>
    public TextTable(Assembly assembly, string set, string tag, Func<int, bool> isOne)
    {
        (Tag, _isOne) = (tag, isOne);
        var name = $"texts.{set}.{tag}.json";
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"there is no resource {name}");
        using var document = JsonDocument.Parse(stream);
        _texts = document.RootElement.EnumerateObject().ToFrozenDictionary(text => text.Name, text => text.Value.Clone(), StringComparer.Ordinal);
    }

    /// <summary>The language's tag (BCP 47), in lower case.</summary>
    public string Tag { get; }

    /// <summary>All keys.</summary>
    public IReadOnlyList<string> Keys => _texts.Keys;

    /// <summary>Which numbers are its singular.</summary>
    public Func<int, bool> IsOne => _isOne;

    /// <summary>A text that may be missing.</summary>
    public string? Find(string key) => _texts.TryGetValue(key, out var text) ? text.GetString() : null;

    /// <summary>A text, with its values in it; each is written as in every language, a number with digits alone.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such text, or the text names a value that is not given.</exception>
    public string Text(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var text = _texts[key].GetString() ?? "";
        if (values.IsEmpty)
        {
            return text;
        }

        var given = values.ToArray().ToDictionary(value => value.Name, value => value.Value);
        return Hole().Replace(text, hole => Convert.ToString(given[hole.Groups[1].Value], CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>The same of so many: <c>{{count}}</c> is the number.</summary>
    public string Counted(string key, int count, params ReadOnlySpan<(string Name, object Value)> values) =>
        Text(KeyOf(key, count), [.. values, (CountName, count)]);

    /// <summary>A text as parts: what is written, and between two of them the name of a value.</summary>
    public IEnumerable<(string Written, string? Name)> Parts(string key)
    {
        var text = _texts[key].GetString() ?? "";
        var start = 0;
        foreach (Match hole in Hole().Matches(text))
        {
            yield return (text[start..hole.Index], hole.Groups[1].Value);
            start = hole.Index + hole.Length;
        }

        yield return (text[start..], null);
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> List(string key) => [.. _texts[key].EnumerateArray().Select(text => text.GetString() ?? "")];

    /// <summary>A list of pairs of texts, by their names.</summary>
    public IReadOnlyList<(string, string)> Pairs(string key, string first, string second) =>
        [.. _texts[key].EnumerateArray().Select(pair => (pair.GetProperty(first).GetString() ?? "", pair.GetProperty(second).GetString() ?? ""))];

    private string KeyOf(string key, int count) =>
        count == 0 && _texts.ContainsKey(key + Zero) ? key + Zero : key + (_isOne(count) ? One : Other);

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Hole();
}
