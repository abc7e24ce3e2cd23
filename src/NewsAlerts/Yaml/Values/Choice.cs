namespace NewsAlerts.Yaml.Values;

/// <summary>A value out of a few words.</summary>
internal sealed class Choice<T>(IReadOnlyDictionary<string, T> meanings)
{
    public IEnumerable<string> Words => meanings.Keys;

    /// <summary>What a word means that <see cref="Check"/> has nothing against.</summary>
    public T this[string word] => meanings[word];

    /// <summary>Why the text is none of the words; null where it is one.</summary>
    public Problem? Check(string text) => meanings.ContainsKey(text)
        ? null
        : new Problem($"is none of {string.Join(", ", meanings.Keys)}", NearestWord.Of(text, meanings.Keys));
}
