using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Explaining;
using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Running;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Local.Commands.Rules;

/// <summary><c>alerts rules test</c>: what a query would have told in the past.</summary>
internal static class RulesTestCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("query") { Description = "The query, as a rule's 'when' has it." };
        var since = CommonOptions.Since("30d");
        var feeds = new Option<string[]>("--feeds")
        {
            Description = "Names or tags of the feeds to look at; every feed by default.",
            HelpName = "names",
            AllowMultipleArgumentsPerToken = true,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("test", "Try a query on the items of the past: what it would have told.") { query, since, feeds, json };
        var place = PlaceOptions.ForStorage(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var text = result.GetRequiredValue(query);
            var parsed = QueryParser.Parse(text);
            if (!parsed.IsQuery)
            {
                await error.WriteLineAsync(MatchMistake.Describe("query", 1, text, parsed.Mistake));
                return ExitCode.WrongInput;
            }

            foreach (var hint in QueryHints.Of(text))
            {
                await error.WriteLineAsync(MatchMistake.Describe("query", 1, text, hint));
            }

            var file = place.ReadConfiguration(result);
            if (!file.Result.IsRight)
            {
                new ConfigurationReport(error).Write(file);
                return ExitCode.WrongInput;
            }

            string[] chosen = [.. (result.GetValue(feeds) ?? []).SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
            if (chosen.FirstOrDefault(name => !file.Result.Configuration.Feeds.Any(feed => feed.Labels.Contains(name))) is { } unknown)
            {
                await error.WriteLineAsync($"--feeds: no feed has the name or tag '{unknown}'");
                return ExitCode.WrongInput;
            }

            await using var services = LocalServices.Build(file.Result.Configuration, place.ReadStorage(result), LogLevel.Warning);
            var test = await services.GetRequiredService<TestRule>().RunAsync(
                parsed.Query, chosen, DurationText.Parse(result.GetRequiredValue(since)) ?? default, cancellationToken);
            if (result.GetValue(json))
            {
                await output.WriteLineAsync(RuleTestJson.Of(test));
            }
            else
            {
                new RuleTestReport(output).Print(test);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
