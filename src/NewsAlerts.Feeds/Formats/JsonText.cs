using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsAlerts.Feeds.Formats;

/// <summary>Parses JSON, and what is left of JSON that was cut off.</summary>
internal static partial class JsonText
{
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Tolerant =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    /// <summary>The document, and whether it is whole; null where it is no JSON.</summary>
    public static (JsonDocument Document, bool IsWhole)? Parse(string text)
    {
        var json = HalfSurrogate().Replace(text.AsSpan().Trim().TrimStart('\uFEFF').ToString(), @"\ufffd");
        if (TryParse(json) is { } whole)
        {
            return (whole, true);
        }

        return UpToLastWholeItem(json) is { } kept && TryParse(kept) is { } part ? (part, false) : null;
    }

    // Halves of surrogate pairs, escaped, pass the parser but cannot be read as text, not even to compare a name.
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfSurrogate();

    private static JsonDocument? TryParse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Tolerant);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text up to the end of the last object in <c>items</c> that is whole, closed again.</summary>
    private static string? UpToLastWholeItem(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var options = new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = MaxDepth,
        };
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(options));
        var (inItems, end) = (false, 0L);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                {
                    inItems = reader.ValueTextEquals("items");
                }
                else if (inItems && reader is { CurrentDepth: 2, TokenType: JsonTokenType.EndObject })
                {
                    end = reader.BytesConsumed;
                }
            }
        }
        catch (JsonException)
        {
            // What was read until here counts.
        }

        return end == 0 ? null : Encoding.UTF8.GetString(bytes.AsSpan(0, (int)end)) + "]}";
    }
}
