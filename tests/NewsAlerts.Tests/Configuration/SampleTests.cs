using NewsAlerts.Configuration.Editing;

namespace NewsAlerts.Tests.Configuration;

public class SampleTests
{
    private static readonly string Sample = RepositoryFile.Read("alerts.sample.yaml");

    [Fact]
    public void Read_Sample_IsRightWithoutAnyEnvironmentVariable()
    {
        var configuration = Reading.ReadRight(Sample);

        Assert.NotEmpty(configuration.Feeds);
        Assert.NotEmpty(configuration.Rules);
        Assert.All(configuration.Destinations, destination => Assert.Equal("email", destination.Type));
        Assert.Null(configuration.Settings.Smtp);
    }

    [Fact]
    public void Read_Sample_WarnsOnlyOfWhatItAsksFor() =>
        Assert.Equal(
            ["no contact", "no publicUrl and no signingKey"],
            Reading.Read(Sample).Warnings.Select(warning => warning.Message.Split(" in the settings")[0]));

    [Fact]
    public void Read_SampleWithItsExamplesSwitchedOn_IsRight()
    {
        var lines = Sample.Split('\n').Select(line => line.TrimStart() is ['#', ' ', ' ' or '-' or >= 'a' and <= 'z', ..] comment
            && !comment.Contains("yaml-language-server", StringComparison.Ordinal)
            && (comment.Contains(": ", StringComparison.Ordinal) || comment.EndsWith("smtp:", StringComparison.Ordinal))
                ? line.Remove(line.IndexOf('#', StringComparison.Ordinal), 2)
                : line);

        var configuration = Reading.ReadRight(
            string.Join('\n', lines).Replace("you@your-domain.example", "ops@example.org", StringComparison.Ordinal),
            ("SIGNING_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="),
            ("SMTP_PASSWORD", "x"),
            ("FEED_USER", "x"),
            ("FEED_PASSWORD", "x"),
            ("SLACK_URL", "https://example.org/slack"),
            ("TEAMS_URL", "https://example.org/teams"),
            ("DISCORD_URL", "https://example.org/discord"),
            ("WEBHOOK_SECRET", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"));

        Assert.Equal(5, configuration.Destinations.Count);
        Assert.NotNull(configuration.Settings.Smtp);
        Assert.Equal("Europe/Berlin", configuration.Settings.TimeZone);
        Assert.Equal("de", configuration.Settings.Language);
        Assert.NotNull(configuration.Destinations[0].Timing.Digests);
        Assert.NotNull(configuration.Destinations[0].Timing.Quiet);
        Assert.Single(configuration.Rules, rule => rule.MutedUntil is not null);
        Assert.Single(configuration.Settings.SigningKeys);
        Assert.Single(configuration.Rules, rule => rule.Subscribe);
        Assert.Equal(["me"], configuration.Settings.NotifyOps);
        Assert.NotNull(configuration.Settings.WeeklySummary);
        Assert.NotNull(configuration.Settings.Contact);
        Assert.Equal(2, configuration.Settings.AllowPrivate.Count);
    }

    [Fact]
    public void Sample_FirstLine_NamesTheSchema()
    {
        const string Beginning = "# yaml-language-server: $schema=";
        var line = Sample.Split('\n')[0];

        Assert.StartsWith(Beginning, line, StringComparison.Ordinal);
        Assert.Contains("draft-07", RepositoryFile.Read(line[Beginning.Length..]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MutatedSample_NeverThrows()
    {
        const string Interesting = ":-[]{}#&*!|>'\"%@`,?~$\\ \n\r\t\0\u0085\ufeff\ud83d";
        var random = new Random(20260101);
        for (var round = 0; round < 1_000; round++)
        {
            var text = Sample;
            for (var mutation = random.Next(1, 6); mutation > 0; mutation--)
            {
                var start = random.Next(text.Length);
                var end = Math.Min(text.Length, start + random.Next(0, 12));
                var character = Interesting[random.Next(Interesting.Length)];
                text = random.Next(4) switch
                {
                    0 => text[..start] + text[end..],
                    1 => text[..start] + text[start..end] + text[start..],
                    2 => text[..start],
                    _ => text[..start] + character + text[start..],
                };
                text = text.Length == 0 ? Sample : text;
            }

            var result = Reading.Read(text);
            Assert.Equal(result.IsRight, result.Mistakes.Count == 0);

            var edit = FeedListEditor.Add(
                text, "alerts.yaml", [new NewFeed("https://example.net/added", "Added", ["x"])], _ => null);
            Assert.True(
                edit.Mistakes.Count > 0 || edit.Text.Contains("https://example.net/added", StringComparison.Ordinal), text);
        }
    }
}
