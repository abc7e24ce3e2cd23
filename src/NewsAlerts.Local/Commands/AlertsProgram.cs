using System.CommandLine;
using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Local.Commands.Deliveries;
using NewsAlerts.Local.Commands.Feeds;
using NewsAlerts.Local.Commands.Match;
using NewsAlerts.Local.Commands.Readers;
using NewsAlerts.Local.Commands.Rules;
using NewsAlerts.Local.Commands.Run;
using NewsAlerts.Local.Commands.Status;
using NewsAlerts.Local.Commands.Why;

namespace NewsAlerts.Local.Commands;

/// <summary>The program <c>alerts</c>: all of its commands, and what it says where none is given.</summary>
internal static class AlertsProgram
{
    private const string About = "Watches news feeds, and sends an alert when an article matches a rule.";

    private const string Fresh = """

        To see it work, with no configuration and no network:

          alerts demo

        To begin (this folder has no alerts.yaml):

          alerts init      asks four questions, and writes alerts.yaml
          alerts check     looks it over
          alerts run       watches the feeds, until Ctrl-C
        """;

    private const string Configured = """

        With the alerts.yaml of this folder:

          alerts check     looks it over
          alerts run       watches the feeds, until Ctrl-C
          alerts status    whether a runner is at work, and what is wrong
          alerts add       finds the feeds of a site, and adds one
        """;

    private const string Rest = """

        'alerts --help' lists every command, and 'alerts run --help' what one takes.
        """;

    /// <summary>Makes it.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand(About)
        {
            InitCommand.Create(),
            RunCommand.Create(),
            DemoCommand.Create(),
            CheckCommand.Create(),
            StatusCommand.Create(),
            WhyCommand.Create(),
            DeliveriesCommand.Create(),
            ReplayCommand.Create(),
            SubscriptionsCommand.Create(),
            SuppressionsCommand.Create(),
            TestCommand.Create(),
            AddCommand.Create(),
            ImportCommand.Create(),
            FeedCommand.Create(),
            MatchCommand.Create(),
            RulesCommand.Create(),
        };
        root.SetAction(result =>
        {
            result.InvocationConfiguration.Output.WriteLine(
                string.Join(Environment.NewLine, About, File.Exists(PlaceOptions.DefaultConfig) ? Configured : Fresh, Rest));
            return ExitCode.WrongInput;
        });
        return root;
    }
}
