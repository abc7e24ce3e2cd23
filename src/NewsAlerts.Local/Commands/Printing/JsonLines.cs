using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsAlerts.Local.Commands.Printing;

/// <summary>Writes values as one line of JSON each: camel case, letters of all scripts as they are, times in UTC.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new UtcTimeConverter() },
    };

    /// <summary>The line, without its end.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
