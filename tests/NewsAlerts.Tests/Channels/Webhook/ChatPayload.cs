using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsAlerts.Tests.Channels.Webhook;

/// <summary>Looks into what chat services are sent.</summary>
internal static partial class ChatPayload
{
    /// <summary>The texts of every property of that name, at any depth.</summary>
    public static IEnumerable<string> Strings(JsonElement element, string name) => Objects(element)
        .SelectMany(o => o.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? [value.GetString() ?? ""] : (string[])[]);

    /// <summary>Every object, at any depth.</summary>
    public static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Objects(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    /// <summary>Characters that turn the direction of what follows them.</summary>
    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069]")]
    public static partial Regex TurningCharacters();

    /// <summary>What Teams would take for a function or a mention.</summary>
    [GeneratedRegex(@"\{\{|<at", RegexOptions.IgnoreCase)]
    public static partial Regex TeamsMarkup();

    /// <summary>A character that Discord shows as it is, since it is escaped.</summary>
    [GeneratedRegex(@"\\[^0-9A-Za-z\s]")]
    public static partial Regex DiscordEscape();

    /// <summary>A character that Discord may take for markup.</summary>
    [GeneratedRegex(@"[\\*_~`|<>#\[\]@:]")]
    public static partial Regex DiscordMarkup();
}
