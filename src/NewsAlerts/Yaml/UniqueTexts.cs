using NewsAlerts.Http;
using NewsAlerts.Yaml.Nodes;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Yaml;

/// <summary>Texts that may stand in the file only once, such as the names of the rules.</summary>
internal sealed class UniqueTexts(MistakeList mistakes)
{
    private readonly Dictionary<string, Node> _texts = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => _texts.Keys;

    public bool Contains(string text) => _texts.ContainsKey(text);

    /// <summary>Reports the text if it is there already; a text that is absent or wrong is nobody's duplicate.</summary>
    /// <param name="text">The text.</param>
    /// <param name="normalise">Makes one text of all that mean the same.</param>
    public void Add(TextValue? text, Func<string, string>? normalise = null)
    {
        if (text is null || _texts.TryAdd(Same(text, normalise), text.Node))
        {
            return;
        }

        var line = mistakes.Source.Position(_texts[Same(text, normalise)].Start).Line;
        var shown = AddressSecrets.Redact(text.Node.Text);
        mistakes.Add(text.Node.Start, text.Node.End, $"'{shown}' is here twice: it stands on line {line} already");
    }

    private static string Same(TextValue text, Func<string, string>? normalise) =>
        normalise is null ? text.Value : normalise(text.Value);
}
