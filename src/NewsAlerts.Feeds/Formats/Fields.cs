using NewsAlerts.Feeds.Markup;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Formats;

/// <summary>What an element's children state: for each field the elements that may carry it, the best first.</summary>
internal sealed class Fields(MarkupElement element, Links links)
{
    // A group holds contents, and either holds what describes them.
    private const int MediaLevels = 2;

    public MarkupElement Element => element;

    public Links Links => links;

    /// <summary>The first text that holds HTML and is not empty.</summary>
    public string? Html(params ReadOnlySpan<MarkupName> names) =>
        First(static element => element.Vocabulary == Vocabulary.Atom ? AtomText.Read(element) : PlainText.OfHtml(element), names);

    /// <summary>The first title that is not empty; it may hold HTML, or name tags.</summary>
    public string? Title(params ReadOnlySpan<MarkupName> names) =>
        First(static element => element.Vocabulary == Vocabulary.Atom ? AtomText.ReadTitle(element) : PlainText.OfTitle(element), names);

    /// <summary>The first value that is not empty, verbatim.</summary>
    public string? Value(params ReadOnlySpan<MarkupName> names)
    {
        foreach (var name in names)
        {
            foreach (var candidate in Named(name))
            {
                var value = (candidate.Children.Count > 0 ? candidate.Inner.ToString() : candidate.Text).Trim();
                if (value.Length > 0)
                {
                    return value;
                }
            }
        }

        return null;
    }

    /// <summary>The first time that can be read.</summary>
    public DateTimeOffset? Date(params ReadOnlySpan<MarkupName> names)
    {
        foreach (var name in names)
        {
            foreach (var candidate in Named(name))
            {
                if (FeedDate.Parse(candidate.Text) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    /// <summary>The distinct texts of every element of those names, in the order of the names.</summary>
    public IReadOnlyList<string> All(Func<MarkupElement, string?> read, params ReadOnlySpan<MarkupName> names)
    {
        List<string>? found = null;
        foreach (var name in names)
        {
            foreach (var candidate in Named(name))
            {
                if (read(candidate) is { Length: > 0 } text)
                {
                    (found ??= []).Add(text);
                }
            }
        }

        return found is null ? [] : [.. found.Distinct()];
    }

    /// <summary>The children of a name; those of Media RSS may also stand in its own groups.</summary>
    public IEnumerable<MarkupElement> Named(MarkupName name)
    {
        var own = element.All(name.Vocabulary, name.Local);
        return name.Vocabulary == Vocabulary.Media ? own.Concat(InGroups(element, name, MediaLevels)) : own;
    }

    private string? First(Func<MarkupElement, string?> read, ReadOnlySpan<MarkupName> names)
    {
        foreach (var name in names)
        {
            foreach (var candidate in Named(name))
            {
                if (read(candidate) is { } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    private static IEnumerable<MarkupElement> InGroups(MarkupElement element, MarkupName name, int levels) =>
        levels == 0
            ? []
            : element.Children
                .Where(child => child.Vocabulary == Vocabulary.Media && child.Name is ("group" or "content"))
                .SelectMany(group => group.All(name.Vocabulary, name.Local).Concat(InGroups(group, name, levels - 1)));
}
