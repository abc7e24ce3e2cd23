using System.CommandLine;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;
using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands.Match;

/// <summary><c>alerts match</c>: which items satisfy which rules.</summary>
internal static class MatchCommand
{
    public static Command Create()
    {
        var rules = new Option<string>("--rules")
        {
            Description = "An alerts.yaml, or a text file with one query a line (blank lines and lines that start with `# ` are passed over). A rule of a text file is named by its line number, from 1.",
            HelpName = "file",
            Required = true,
        };
        var items = new Option<string>("--items")
        {
            Description = "The items as JSON Lines: id, title, summary, body, link, author, feed, category, language, published. Standard input by default, or for `-`.",
            HelpName = "file|-",
            DefaultValueFactory = _ => ItemLines.StandardInput,
        };
        var json = new Option<bool>("--json") { Description = "Print {\"item\": id, \"rules\": [names]} for every item, in order." };
        var stats = new Option<bool>("--stats") { Description = "Measure matching alone and print it on standard error: in words on a terminal, otherwise, and with --json, as one JSON object." };
        var threads = new Option<int>("--threads")
        {
            Description = "How many threads match while measuring.",
            HelpName = "n",
            DefaultValueFactory = _ => 1,
        };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--threads needs a number from 1.");
            }
        });

        var command = new Command("match", "Match items against rules.") { rules, items, json, stats, threads };
        command.SetAction((result, cancellationToken) => RunAsync(
            new(
                result.GetRequiredValue(rules),
                result.GetRequiredValue(items),
                result.GetValue(json),
                result.GetValue(stats),
                result.GetValue(threads)),
            result.InvocationConfiguration.Output,
            result.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        MatchOptions options,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        try
        {
            var loading = MatchLoading.Of(options.Rules, options.Stats);
            var rules = loading.Rules;
            if (rules.Mistakes.Count > 0)
            {
                foreach (var mistake in rules.Mistakes)
                {
                    await error.WriteLineAsync(mistake.AsMemory(), cancellationToken);
                }

                return ExitCode.WrongInput;
            }

            foreach (var hint in rules.Hints)
            {
                await error.WriteLineAsync(hint.AsMemory(), cancellationToken);
            }

            var items = new ItemLines(options.Items, error);
            var printer = options.Json ? new MatchJsonPrinter(output) : (IMatchPrinter)new MatchTextPrinter(output);
            var kept = new List<ItemText>();
            var (read, met) = (0, 0);
            var matched = new List<int>();
            await foreach (var line in items.ReadAsync(cancellationToken))
            {
                var item = rules.WithLabels(line);
                rules.Matcher.Match(item.Text, matched);
                matched.RemoveAll(rule => !rules.LooksAt(rule, item.Feed));
                printer.Print(item, rules, matched);
                read++;
                met += matched.Count > 0 ? 1 : 0;
                if (options.Stats)
                {
                    kept.Add(item.Text);
                }
            }

            if (!options.Json)
            {
                await error.WriteLineAsync($"{Counted.Of(read, "item")}, {met} matched.".AsMemory(), cancellationToken);
            }

            if (options.Stats)
            {
                var measured = MatchStats.Measure(loading, kept, options.Threads);
                if (options.Json || !Terminal.Is(error))
                {
                    await error.WriteLineAsync(measured.ToJson().AsMemory(), cancellationToken);
                }
                else
                {
                    new MatchStatsReport(error).Print(measured);
                }
            }

            return items.BadLines == 0 ? ExitCode.Done : ExitCode.WrongInput;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message.AsMemory(), cancellationToken);
            return ExitCode.WrongInput;
        }
    }
}
