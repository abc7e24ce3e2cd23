using System.Text;
using NewsAlerts.Feeds;
using NewsAlerts.Yaml;

namespace NewsAlerts.Configuration;

/// <summary>An alerts.yaml that is to be read.</summary>
/// <param name="Origin">The document or file that it comes from.</param>
/// <param name="Content">Its bytes; null where there is no such file.</param>
internal sealed record ConfigurationText(string Origin, ReadOnlyMemory<byte>? Content)
{
    /// <summary>Tells it from every other text.</summary>
    public string Hash { get; } = Content is { } content ? StableHash.Of(content.Span, 32) : "none";

    /// <summary>Reads it; one that is missing or is not UTF-8 is a mistake like others.</summary>
    public ConfigurationResult Read(Func<string, string?> environment)
    {
        if (Content is not { } content)
        {
            return Mistake($"there is no such file, and no document {RefreshConfiguration.DocumentName} either");
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.Span);
            return ConfigurationReader.Read(text, Origin, environment);
        }
        catch (DecoderFallbackException)
        {
            return Mistake("it is not UTF-8: save it as UTF-8");
        }
    }

    private ConfigurationResult Mistake(string message) =>
        new() { Mistakes = [new ConfigurationMistake(Origin, 0, 0, 0, message)] };
}
