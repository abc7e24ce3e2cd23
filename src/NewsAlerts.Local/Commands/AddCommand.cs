using System.CommandLine;
using System.Net;
using NewsAlerts.Configuration;
using NewsAlerts.Configuration.Editing;
using NewsAlerts.Feeds;
using NewsAlerts.Feeds.Finding;
using NewsAlerts.Http;

namespace NewsAlerts.Local.Commands;

/// <summary><c>alerts add</c>: finds the feeds of a site and adds one to the configuration.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var url = new Argument<string>("url") { Description = "The address of a site, a page or a feed." };
        var config = CommonOptions.Config();
        var name = new Option<string?>("--name") { Description = "What to call the feed; its own title otherwise." };
        var tags = new Option<string[]>("--tag") { Description = "A label by which rules choose the feed; may be given several times." };
        var yes = new Option<bool>("--yes") { Description = "Of several feeds, add the first." };
        var pick = new Option<int?>("--pick") { Description = "Of several feeds, add the one of this number.", HelpName = "n" };
        var command = new Command("add", "Find the feeds of a site, and add one to the configuration.") { url, config, name, tags, yes, pick };
        command.SetAction(async (result, cancellationToken) =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var path = result.GetRequiredValue(config);
            var address = result.GetRequiredValue(url);
            var found = await FindAsync(address, ConfigurationFile.Load(path), cancellationToken);
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

    // A configuration with mistakes elsewhere still says how to behave as well as it can.
    private static async Task<FoundFeeds> FindAsync(string address, ConfigurationFile file, CancellationToken cancellationToken)
    {
        var settings = file.Result.Configuration?.Settings ?? new Settings();
        using var http = OutgoingHttp.CreateClient(new AddressGuard(() => settings.AllowPrivate), DecompressionMethods.All);
        using var gate = new HostGate();
        var client = new FeedClient(http, TimeProvider.System, () => settings.Contact);
        return await new FeedFinder(client, gate).FindAsync(address, cancellationToken);
    }
}
