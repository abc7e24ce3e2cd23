using System.Text.Json;

namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>
/// What a template is given: the body that the webhook would get without one, as dictionaries, lists, texts and numbers.
/// Handlebars.Net also reads properties, but those of such values lead to nothing else.
/// </summary>
internal static class TemplateModel
{
    /// <summary>The model of a body.</summary>
    public static Dictionary<string, object?> Of(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return Fields(json.RootElement);
    }

    private static object? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Fields(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Of).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetInt64(),
        _ => null,
    };

    private static Dictionary<string, object?> Fields(JsonElement element) =>
        element.EnumerateObject().ToDictionary(property => property.Name, property => Of(property.Value));
}
