using System.CommandLine;
using NewsAlerts.Configuration;
using NewsAlerts.Configuration.Editing;
using NewsAlerts.Local.Commands.Printing;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary><c>alerts add</c>: finds the feeds of a site and adds one to the configuration.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var url = new Argument<string>("url") { Description = "The address of a site, a page or a feed." };
        var name = new Option<string?>("--name") { Description = "What to call the feed; its own title otherwise." };
        var tags = new Option<string[]>("--tag") { Description = "A label by which rules choose the feed; may be given several times." };
        var yes = new Option<bool>("--yes") { Description = "Of several feeds, add the first." };
        var pick = new Option<int?>("--pick") { Description = "Of several feeds, add the one of this number.", HelpName = "n" };
        var command = new Command("add", "Find the feeds of a site, and add one to the configuration.") { url, name, tags, yes, pick };
        var place = PlaceOptions.ForConfiguration(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var path = place.PathOf(result);
            var address = result.GetRequiredValue(url);
            // A configuration with mistakes elsewhere still says how to behave as well as it can.
            var settings = place.ReadConfiguration(result).Result.Configuration?.Settings ?? new Settings();
            var found = await FeedSearch.FindAsync(address, settings, cancellationToken);
            if (found.Error is not null)
            {
                await error.WriteLineAsync($"alerts: {found.Error}");
                return ExitCode.Failed;
            }

            var choice = new FeedChoice(found.Feeds, TimeProvider.System.GetUtcNow());
            var console = Terminal.Create(output);
            var chosen = result.GetValue(yes) ? found.Feeds[0] : choice.Choose(result.GetValue(pick), console, error);
            return chosen is null
                ? ExitCode.WrongInput
                : FeedListFile.Add(path, [new NewFeed(chosen.Url, result.GetValue(name), result.GetValue(tags) ?? [])], output, error);
        });
        return command;
    }
}
