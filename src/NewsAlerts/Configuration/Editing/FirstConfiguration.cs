using NewsAlerts.Messages;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Editing;

/// <summary>A first alerts.yaml: one feed, one rule, one destination.</summary>
/// <param name="Contact">Where publishers can reach its owner: an email address or a web address.</param>
/// <param name="Feed">What is watched.</param>
/// <param name="Words">The rule's query.</param>
/// <param name="Destination">Where alerts are sent.</param>
/// <param name="PrivateHosts">The hosts inside one's own network that these lead to: <c>host:port</c>.</param>
internal sealed record FirstConfiguration(
    string Contact, NewFeed Feed, string Words, NewDestination Destination, IReadOnlyList<string> PrivateHosts)
{
    private const int LongestName = 60;

    private static readonly ListLayout Layout = new("  ", " ", IsFlow: false);

    /// <summary>The rule's name: the words without quotation marks.</summary>
    public string RuleName => string.Concat(Words.Split('"', '“', '”')).Trim() is { Length: > 0 } name ? Graphemes.Cut(name, LongestName) : "First rule";

    /// <summary>The file's text.</summary>
    public string ToYaml() => string.Join('\n', Lines()) + "\n";

    private IEnumerable<string> Lines()
    {
        yield return "# What else can stand here is in alerts.sample.yaml, with explanations. 'alerts check' finds mistakes.";
        yield return "settings:";
        yield return $"  contact: {YamlText.Of(Contact)}";
        if (PrivateHosts.Count > 0)
        {
            yield return $"  allowPrivate: [{string.Join(", ", PrivateHosts.Select(host => $"\"{host}\""))}]";
        }

        yield return "feeds:";
        yield return FeedWriter.Block(Feed, Layout, "\n");
        yield return "rules:";
        yield return $"  - name: {YamlText.Of(RuleName)}";
        yield return $"    when: {YamlText.Verbatim(Words)}";
        yield return $"    notify: [{Destination.Name}]";
        yield return "destinations:";
        yield return $"  - name: {Destination.Name}";
        yield return $"    type: {Destination.Type}";
        yield return $"    {(Destination.IsEmail ? "to" : "url")}: {Written()}";
    }

    private string Written() => EnvironmentText.IsVariable(Destination.Written)
        ? YamlText.Verbatim(Destination.Written)
        : YamlText.Of(Destination.Written);
}
