using System.CommandLine;
using NewsAlerts.Configuration.Editing;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary><c>alerts import</c>: adds the feeds of a feed reader to the configuration.</summary>
internal static class ImportCommand
{
    internal static Command Create()
    {
        var opml = new Argument<string>("opml") { Description = "The list of feeds that a feed reader exported (OPML)." };
        var command = new Command("import", "Add the feeds of an OPML file to the configuration, and leave everything else in it as it is.")
        {
            opml,
        };
        var place = PlaceOptions.ForConfiguration(command);
        command.SetAction(arguments => Import(
            arguments.GetRequiredValue(opml),
            place.PathOf(arguments),
            arguments.InvocationConfiguration.Output,
            arguments.InvocationConfiguration.Error));
        return command;
    }

    private static int Import(string opml, string config, TextWriter output, TextWriter error)
    {
        var read = ReadOpml(opml);
        if (read.Error is not null)
        {
            FeedListFile.WriteError(opml, read.Error, error);
            return ExitCode.WrongInput;
        }

        return FeedListFile.Add(config, read.Feeds, output, error, read.LeftOut);
    }

    private static OpmlResult ReadOpml(string path)
    {
        try
        {
            var read = OpmlReader.Read(File.ReadAllBytes(path));
            return read is { Error: null, Feeds.Count: 0, LeftOut.Count: 0 } ? new OpmlResult([], "it names no feed") : read;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new OpmlResult([], $"it cannot be read: {exception.Message}");
        }
    }
}
