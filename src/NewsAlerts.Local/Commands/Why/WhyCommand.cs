using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Explaining;
using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Local.Running;

namespace NewsAlerts.Local.Commands.Why;

/// <summary><c>alerts why</c>: why somebody was told of an article, or was not.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var article = new Argument<string>("link-or-title") { Description = "The article's link, words of its title, or the item's id in a webhook." };
        var rule = new Option<string?>("--rule") { Description = "Explain only this rule.", HelpName = "name" };
        var subscriber = new Option<string?>("--subscriber")
        {
            Description = "Explain it for somebody who subscribes by email, too: the address, or the id.",
            HelpName = "address",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("why", "Say why you were told of an article, or were not.") { article, rule, subscriber, json };
        var place = PlaceOptions.ForStorage(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var file = place.ReadConfiguration(result);
            if (!file.Result.IsRight)
            {
                new ConfigurationReport(error).Write(file);
                return ExitCode.WrongInput;
            }

            if (result.GetValue(rule) is { } name && !file.Result.Configuration.Rules.Any(known => known.Name == name))
            {
                await error.WriteLineAsync($"--rule: the configuration has no rule '{name}'");
                return ExitCode.WrongInput;
            }

            await using var services = LocalServices.Build(file.Result.Configuration, place.ReadStorage(result), LogLevel.Error);
            var explanation = await services.GetRequiredService<ExplainArticle>().RunAsync(
                result.GetRequiredValue(article), result.GetValue(rule), result.GetValue(subscriber), cancellationToken);
            if (result.GetValue(json))
            {
                await output.WriteLineAsync(WhyJson.Of(explanation));
            }
            else
            {
                new WhyReport(output, TimeProvider.System.GetUtcNow()).Print(explanation);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
