using NewsAlerts.Configuration.Values;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Nodes;
using YamlDotNet.Core;

namespace NewsAlerts.Configuration.Sections;

/// <summary>The key <c>rules</c>.</summary>
internal sealed class RulesSection(MistakeList mistakes, FeedsSection feeds, DestinationsSection destinations, string timeZone)
{
    private readonly UniqueTexts _names = new(mistakes);

    public IReadOnlyList<WatchRule> Read(IReadOnlyList<MappingReader> entries)
    {
        var rules = new List<WatchRule>(entries.Count);
        foreach (var entry in entries)
        {
            if (Read(entry) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    public WatchRule? Read(MappingReader rule)
    {
        var name = rule.Required("name");
        var when = rule.Verbatim("when");
        var chosen = rule.Texts("feeds");
        var notified = rule.Texts("notify");
        var subscribe = rule.Flag("subscribe");
        if (!rule.Has("notify") && subscribe != true)
        {
            rule.Missing("notify");
        }

        rule.RejectEmpty("notify", "a rule must notify somebody");
        var mute = rule.Text("mute", MuteText.Check);
        rule.RejectUnknownKeys();
        _names.Add(name);
        foreach (var feed in chosen.Where(feed => !feeds.NamesAndTags.Contains(feed.Value)))
        {
            mistakes.AddUnknown(feed, "no feed has the name or tag", feeds.NamesAndTags);
        }

        foreach (var destination in notified)
        {
            destinations.Use(destination);
        }

        var query = when is null ? null : ReadQuery(when);
        return name is null || when is null || query is null ? null : new WatchRule
        {
            Name = name.Value,
            When = when.Text,
            Query = query,
            Feeds = [.. chosen.Select(feed => feed.Value)],
            Subscribe = subscribe ?? false,
            Notify = [.. notified.Select(destination => destination.Value).Distinct()],
            MutedUntil = mute is null ? null : MuteText.Parse(mute.Value, timeZone),
        };
    }

    private Query? ReadQuery(Node when)
    {
        WarnOfComment(when);
        var result = QueryParser.Parse(when.Text);
        if (result.Mistake is { } mistake)
        {
            Report(mistake, when, mistakes.Add);
            return null;
        }

        var unknown = feeds.AllAreNamed ? QueryHints.OfFeeds(when.Text, feeds.NamesAndTags) : [];
        foreach (var hint in QueryHints.Of(when.Text).Concat(unknown))
        {
            Report(hint, when, mistakes.Warn);
        }

        return result.Query;
    }

    /// <summary>Warns where a hashtag begins a comment of YAML, and so is no part of the query.</summary>
    private void WarnOfComment(Node when)
    {
        var end = mistakes.Source.EndOfLine(when.End);
        var rest = mistakes.Source.Text.AsSpan(when.End, end - when.End);
        if (when.Style == ScalarStyle.Plain && rest.Trim() is ['#', var first, ..] && char.IsLetterOrDigit(first))
        {
            var all = mistakes.Source.Text[when.Start..end].Trim();
            var comment = end - rest.TrimStart().Length;
            mistakes.Warn(
                comment,
                comment + rest.Trim().Length,
                "what follows a space and '#' is a comment in YAML, and no part of the query: quote all of it",
                $"when: '{all.Replace("'", "''", StringComparison.Ordinal)}'");
        }
    }

    private void Report(QueryMistake mistake, Node when, Action<int, int, string, string?> report)
    {
        if (ScalarPlace.Find(mistakes.Source, when, mistake.Start, mistake.Length) is var (start, end))
        {
            report(start, end, AsClause(mistake.Message), mistake.Suggestion);
        }
        else
        {
            var place = Excerpt.Of(when.Text, mistake.Start, mistake.Length);
            report(when.Start, when.Start + 1, $"{AsClause(mistake.Message)}\n{place}", mistake.Suggestion);
        }
    }

    /// <summary>A sentence as it reads after a place: <c>alerts.yaml:12:5: this is wrong</c>.</summary>
    private static string AsClause(string sentence) =>
        sentence is [var first, var second, ..] && char.IsLower(second)
            ? char.ToLowerInvariant(first) + sentence[1..].TrimEnd('.')
            : sentence.TrimEnd('.');
}
