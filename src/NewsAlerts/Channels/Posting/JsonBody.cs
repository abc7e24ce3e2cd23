using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsAlerts.Channels.Posting;

/// <summary>Writes JSON as it is sent: UTF-8, without white space.</summary>
internal static class JsonBody
{
    /// <summary>
    /// Letters are sent as they are, which costs half the bytes of escapes or less; the body is JSON for a JSON reader
    /// and is never put into a page, so that nothing need be escaped for HTML.
    /// </summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object, filled by <paramref name="write"/>.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A property that is an array with an object for each value.</summary>
    public static void WriteObjects<T>(
        this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
