using NewsAlerts.Configuration;
using NewsAlerts.Yaml;

namespace NewsAlerts.Tests.Configuration;

/// <summary>Reads texts as alerts.yaml, with an environment of its own.</summary>
internal static class Reading
{
    /// <summary>A configuration without mistakes, and without warnings of any line, to which a case adds what it is about.</summary>
    public const string Right =
        """
        settings:
          contact: ops@example.org
        feeds:
          - url: https://example.org/world.xml
            name: World wire
            tags: [asia]
        rules:
          - name: Lavrov on Taiwan
            when: Lavrov AND Taiwan
            feeds: [asia]
            notify: [me]
        destinations:
          - { name: me, type: email, to: me@example.org }

        """;

    /// <summary>What the settings need so that emails have links.</summary>
    public const string Links =
        "publicUrl: https://alerts.example.org\n  signingKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    /// <summary>What they need so that emails are sent.</summary>
    public const string Smtp = "smtp: { host: smtp.example.org, from: alerts@example.org }";

    public static ConfigurationResult Read(string text, params (string Name, string Value)[] environment) =>
        ConfigurationReader.Read(
            text,
            "alerts.yaml",
            name => environment.FirstOrDefault(variable => variable.Name == name).Value);

    /// <summary>The configuration of a text that must be right.</summary>
    public static AlertsConfiguration ReadRight(string text, params (string Name, string Value)[] environment)
    {
        var result = Read(text, environment);
        Assert.Empty(result.Mistakes);
        Assert.NotNull(result.Configuration);
        return result.Configuration;
    }

    /// <summary>The right configuration with one part of it replaced.</summary>
    public static ConfigurationResult ReadWith(string part, string replacement)
    {
        Assert.Contains(part, Right, StringComparison.Ordinal);
        return Read(Right.Replace(part, replacement, StringComparison.Ordinal));
    }

    /// <summary>The only mistake of the right configuration with one part of it replaced.</summary>
    public static ConfigurationMistake MistakeWith(string part, string replacement) =>
        Assert.Single(ReadWith(part, replacement).Mistakes);

    /// <summary>The warnings of a line: not those of the file as a whole.</summary>
    public static string WarningsOfLines(this ConfigurationResult result) => result.Warnings.Where(warning => warning.Line > 0).Lines();

    /// <summary>Every mistake in one line each.</summary>
    public static string Lines(this IEnumerable<ConfigurationMistake> mistakes) => string.Join('\n', mistakes);
}
