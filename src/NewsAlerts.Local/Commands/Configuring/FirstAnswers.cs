using System.Net;
using System.Net.Sockets;
using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Configuration.Editing;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Http;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;
using NewsAlerts.Polling.Finding;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary>Gathers what a first alerts.yaml needs, from options and from answers.</summary>
internal sealed class FirstAnswers(GivenAnswers given, TextReader input, TextWriter output, TextWriter error)
{
    private readonly Question _question = new(input, output);
    private readonly Lines _lines = new(output);

    /// <summary>The exit code where something is missing or wrong: a site that cannot be asked is no wrong input.</summary>
    public int ExitCode { get; private set; } = Commands.ExitCode.WrongInput;

    /// <summary>Asks for what no option says.</summary>
    /// <returns>What is to be written; null where something is missing or wrong, which has been said then.</returns>
    public async Task<FirstConfiguration?> AskAsync(CancellationToken cancellationToken)
    {
        if (await AskAsync(
                "--contact",
                given.Contact,
                "Where can the publishers of feeds reach you? An email or web address, which is sent with every request.",
                answer => ReadContact(answer),
                cancellationToken) is not { } contact
            || await AskAsync(
                "--feed",
                given.Feed,
                "What is to be watched? The address of a site or of a feed.",
                answer => FindAsync(answer, contact, cancellationToken),
                cancellationToken) is not { } found
            || await AskAsync(
                "--words",
                given.Words,
                "What are articles to say? Words side by side must all be there; OR, NOT, \"phrases\" and (parentheses) do what they say.",
                answer => ReadWords(answer, found.Feed),
                cancellationToken) is not { } words
            || await AskAsync(
                "--notify",
                given.Notify,
                "Where are alerts to be sent? An email address, or the webhook of Slack, Teams, Discord or a program of your own.",
                ReadDestination,
                cancellationToken) is not { } destination)
        {
            return null;
        }

        var name = found.Feed.Document.Title is { } title ? CleanText.Of(title) : null;
        return new FirstConfiguration(
            contact,
            new NewFeed(found.Feed.Url, name, []),
            words,
            destination,
            [.. found.PrivateHosts.Concat(await InsideAsync(destination.Address, cancellationToken)).Distinct()]);
    }

    private async Task<T?> AskAsync<T>(
        string option, string? value, string question, Func<string, Task<(T?, string?)>> readAsync, CancellationToken cancellationToken)
        where T : class
    {
        var (read, problem) = await _question.AskAsync(value, question, readAsync, cancellationToken);
        if (read is null)
        {
            await error.WriteLineAsync($"alerts: {(problem is null ? $"the last question has no answer: give it, or add {option}." : $"{option}: {problem}")}");
        }

        return read;
    }

    private static Task<(string?, string?)> ReadContact(string answer) => Task.FromResult<(string?, string?)>(
        EmailAddress.CheckContact(answer) is not { } problem ? (answer, null)
        : (null, $"'{answer}' {problem.Message}{(problem.Suggestion is { } meant ? $" (did you mean {meant}?)" : "")}."));

    private async Task<(Found?, string?)> FindAsync(string answer, string contact, CancellationToken cancellationToken)
    {
        if (answer.Length == 0)
        {
            return (null, "An address is needed, such as www.theguardian.com/world.");
        }

        // Whoever names a host of their own network means it.
        var inside = await InsideAsync(FeedFinder.WithScheme(answer), cancellationToken);
        var settings = new Settings { Contact = contact, AllowPrivate = inside };
        var found = await FeedSearch.FindAsync(answer, settings, cancellationToken);
        if (found.Error is { } problem)
        {
            ExitCode = Commands.ExitCode.Failed;
            return (null, problem);
        }

        return new FeedChoice(found.Feeds, TimeProvider.System.GetUtcNow()).Choose(given.Pick, Terminal.Create(output), error) is { } feed
            ? (new Found(feed, inside), null)
            : (null, "Which of its feeds is meant is not said.");
    }

    private Task<(string?, string?)> ReadWords(string answer, FoundFeed feed)
    {
        var parsed = QueryParser.Parse(answer);
        if (!parsed.IsQuery)
        {
            return Task.FromResult<(string?, string?)>((null, MatchMistake.Describe("query", 1, answer, parsed.Mistake)));
        }

        foreach (var hint in QueryHints.Of(answer))
        {
            output.WriteLine(MatchMistake.Describe("query", 1, answer, hint));
        }

        var matcher = RuleMatcher.Compile([parsed.Query]);
        var matching = feed.Document.Items.Where(item => IsMatch(matcher, ItemTexts.Of(item, [feed.Document.Title ?? ""]))).ToList();
        var found = matching.Count == 0 ? "none matches." : $"{Counted.Of(matching.Count, "matches", "match")}, such as \"{matching[0].Title}\".";
        _lines.WriteSentence(
            "  ",
            CleanText.Of($"Of the {Counted.Of(feed.Document.Items.Count, "article")} in the feed now, {found}"),
            "   ");
        return Task.FromResult<(string?, string?)>((answer, null));
    }

    private static Task<(NewDestination?, string?)> ReadDestination(string answer) => Task.FromResult(
        NewDestination.Read(answer, Environment.GetEnvironmentVariable, out var problem) is { } read ? (read, (string?)null) : (null, $"'{answer}' {problem}."));

    private static bool IsMatch(RuleMatcher matcher, in ItemText text)
    {
        var matched = new List<int>();
        matcher.Match(text, matched);
        return matched.Count > 0;
    }

    /// <summary>The host and port of an address, as allowPrivate has them, where it leads into one's own network.</summary>
    private static async Task<IReadOnlyList<string>> InsideAsync(string text, CancellationToken cancellationToken)
    {
        if (!WebAddressText.TryRead(text, out var address))
        {
            return [];
        }

        try
        {
            var found = await Dns.GetHostAddressesAsync(address.DnsSafeHost, cancellationToken);
            return found.Any(ip => !PublicAddress.Is(ip)) ? [$"{address.Host}:{address.Port}"] : [];
        }
        catch (SocketException)
        {
            // The request meets the same fault, and says it.
            return [];
        }
    }

    private sealed record Found(FoundFeed Feed, IReadOnlyList<string> PrivateHosts);
}
