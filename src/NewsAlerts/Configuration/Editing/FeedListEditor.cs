using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Nodes;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Editing;

/// <summary>Adds feeds to the text of an alerts.yaml and leaves every other byte of it as it is.</summary>
internal static class FeedListEditor
{
    private const string Key = "feeds";

    /// <summary>Adds the feeds whose addresses the file does not have yet.</summary>
    /// <param name="text">What the file says; may be empty.</param>
    /// <param name="file">The file's name, for mistakes.</param>
    /// <param name="feeds">The feeds.</param>
    /// <param name="environment">The environment variables that <c>${NAME}</c> means, by name.</param>
    public static FeedListEdit Add(
        string text, string file, IReadOnlyList<NewFeed> feeds, Func<string, string?> environment)
    {
        var mistakes = new MistakeList(new SourceText(file, text));
        var document = NodeTree.Read(mistakes);
        if (document is null && mistakes.Any)
        {
            return Unchanged(text, mistakes.Mistakes);
        }

        var list = document?.Root.Find(Key)?.Value;
        if (document is { Root: { Kind: not NodeKind.Mapping, Text: not "" } root })
        {
            mistakes.Add(root.Start, root.End, $"no feed can be added here: keys and values are expected, not {root.Description}");
            return Unchanged(text, mistakes.Mistakes);
        }

        if (list is { Kind: not (NodeKind.Sequence or NodeKind.Null) })
        {
            mistakes.Add(list.Start, list.End, $"no feed can be added here: a list is expected, not {list.Description}");
            return Unchanged(text, mistakes.Mistakes);
        }

        var selection = new FeedSelection(
            Taken(list, "url", environment, WebAddressText.Normalise),
            Taken(list, "name", environment, name => name));
        var edit = selection.Select(feeds, text);
        return edit.Added.Count == 0
            ? edit
            : Checked(edit with { Text = new FeedInsertion(mistakes.Source, document).Apply(edit.Added) }, text, file, environment);
    }

    private static HashSet<string> Taken(
        Node? list, string key, Func<string, string?> environment, Func<string, string> normalise) =>
        (list?.Items ?? [])
            .Select(item => item.Find(key)?.Value.Text)
            .OfType<string>()
            .Select(written => normalise(EnvironmentText.Expand(written, environment, (_, _, _) => { }) ?? written))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The edit, unless the file has more mistakes after it than before.</summary>
    private static FeedListEdit Checked(
        FeedListEdit edit, string before, string file, Func<string, string?> environment)
    {
        var known = ConfigurationReader.Read(before, file, environment).Mistakes.Select(mistake => mistake.Message).ToHashSet();
        var fresh = ConfigurationReader.Read(edit.Text, file, environment).Mistakes
            .FirstOrDefault(mistake => !known.Contains(mistake.Message));
        return fresh is null
            ? edit
            : Unchanged(before, [new(file, 0, 0, 0, $"the feeds do not fit in, they have to be added by hand: {fresh.Message}")]);
    }

    private static FeedListEdit Unchanged(string text, IReadOnlyList<ConfigurationMistake> mistakes) =>
        new() { Text = text, Mistakes = mistakes };
}
