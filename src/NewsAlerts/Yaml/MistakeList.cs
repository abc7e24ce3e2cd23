using System.Text.RegularExpressions;
using NewsAlerts.Yaml.Nodes;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Yaml;

/// <summary>Gathers what is wrong while a file is read.</summary>
internal sealed class MistakeList(SourceText source)
{
    private readonly List<ConfigurationMistake> _mistakes = [];
    private readonly List<ConfigurationMistake> _warnings = [];

    private readonly List<(int Start, int End)> _hidden = [];

    // A hostile file could ask for the nearest of 100,000 names 100,000 times: guessing stops when this is used up.
    private int _comparisonsLeft = 500_000;

    public SourceText Source => source;

    /// <summary>Whether anything is wrong so far; warnings do not count.</summary>
    public bool Any => _mistakes.Count > 0;

    public void Add(int start, int end, string message, string? suggestion = null) =>
        _mistakes.Add(At(start, end, message, suggestion));

    /// <summary>Reports a name that nothing has, and the known one that it is most like.</summary>
    public void AddUnknown(TextValue name, string message, IReadOnlyCollection<string> known) => Add(
        name.Node.Start,
        name.Node.End,
        $"{message} '{name.Node.Text}'",
        name.IsFromEnvironment ? null : Nearest(name.Value, known));

    public void Warn(int start, int end, string message, string? suggestion = null) =>
        _warnings.Add(At(start, end, message, suggestion));

    /// <summary>Warns of the file as a whole.</summary>
    public void WarnOfFile(string message) => _warnings.Add(new ConfigurationMistake(source.File, 0, 0, 0, message));

    /// <summary>Notes that a secret stands there, or may, which is not to be shown with the lines of the file.</summary>
    public void Hide(int start, int end) => _hidden.Add((start, end));

    /// <summary>Notes that the file is no YAML, and so cannot be read: what of its lines may be shown is guessed.</summary>
    public void HideUnread() => _hidden.AddRange(ShownLines.Hidden(source));

    /// <summary>Whether a part of the place is not to be shown.</summary>
    public bool IsHidden(int start, int end) => _hidden.Exists(hidden => hidden.Start < end && start < hidden.End);

    /// <summary>The candidate that is most like the word; null where none is like it.</summary>
    public string? Nearest(string word, IReadOnlyCollection<string> candidates)
    {
        _comparisonsLeft -= candidates.Count;
        return _comparisonsLeft < 0 ? null : NearestWord.Of(word, candidates);
    }

    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public IReadOnlyList<ConfigurationMistake> Mistakes => InOrder(_mistakes);

    /// <summary>What works but is probably not what was wanted, in the order of the file.</summary>
    public IReadOnlyList<ConfigurationMistake> Warnings => InOrder(_warnings);

    /// <summary>The file's text with stars in the place of secrets: what may be shown of it.</summary>
    public string ShownText()
    {
        if (_hidden.Count == 0)
        {
            return source.Text;
        }

        var shown = source.Text.ToCharArray();
        var hiddenUntil = 0;
        foreach (var (start, end) in _hidden.OrderBy(hidden => hidden.Start))
        {
            // Of a hostile file, each of 100,000 places may reach to its end.
            var from = Math.Max(start, hiddenUntil);
            hiddenUntil = Math.Max(end, hiddenUntil);
            var secret = shown.AsSpan(from, hiddenUntil - from);
            foreach (ref var character in secret)
            {
                character = character is '\r' or '\n' ? character : '*';
            }
        }

        // The name of a variable is no secret, and what is wrong is often the variable.
        foreach (Match variable in EnvironmentText.Variables().Matches(source.Text))
        {
            variable.Value.CopyTo(shown.AsSpan(variable.Index));
        }

        return new string(shown);
    }

    private static ConfigurationMistake[] InOrder(IEnumerable<ConfigurationMistake> mistakes) =>
        [.. mistakes.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Column)];

    private ConfigurationMistake At(int start, int end, string message, string? suggestion)
    {
        var (line, column) = source.Position(start);
        var length = Math.Max(1, Math.Min(end, source.EndOfLine(start)) - start);
        return new ConfigurationMistake(source.File, line, column, length, message, suggestion);
    }
}
