using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using NewsAlerts.Messages;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Web.Pages.Forms;

/// <summary>What a program has sent, unchecked: one JSON object of texts (RFC 8259).</summary>
/// <param name="Form">What its fields say.</param>
/// <param name="Mistakes">The fields that are none of ours, no texts, or one too many.</param>
internal sealed record JsonForm(SubscriptionForm Form, IReadOnlyList<FormMistake> Mistakes)
{
    private const int LongestNameShown = 60;
    private const int MostMistakes = 20;
    private const string Expected = """An object of texts is expected, such as { "address": "ada@example.org", "query": "Lavrov AND Taiwan" }.""";

    private static readonly Dictionary<string, Func<SubscriptionForm, string?, SubscriptionForm>> Fields = new()
    {
        ["address"] = (form, text) => form with { Address = text },
        ["query"] = (form, text) => form with { Query = text },
        ["rule"] = (form, text) => form with { Rule = text },
        ["send"] = (form, text) => form with { Send = text },
        ["timeZone"] = (form, text) => form with { TimeZone = text },
        ["language"] = (form, text) => form with { Language = text },
    };

    /// <summary>Reads a body: into a form, or else why there is none: what is wrong, where, and how to mend it.</summary>
    public static (JsonForm? Form, string? Problem) Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return (null, $"The body is not UTF-8. {Expected}");
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (Read(document.RootElement), null)
                : (null, $"The body is {Describe(document.RootElement.ValueKind)}. {Expected}");
        }
        catch (JsonException e)
        {
            var place = Place(body.Span, e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            return (null, $"The body is no JSON: {place}. Names and texts stand in double quotes, with a comma between two fields. {Expected}");
        }
    }

    private static JsonForm Read(JsonElement body)
    {
        var form = new SubscriptionForm();
        var mistakes = new List<FormMistake>();
        foreach (var field in body.EnumerateObject())
        {
            if (TextOf(() => field.Name) is var name && !Fields.TryGetValue(name ?? "", out var set))
            {
                mistakes.Add(Unknown(name ?? "?"));
            }
            else if (field.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                mistakes.Add(new FormMistake(name ?? "?", $"A text in double quotes is expected, not {Describe(field.Value.ValueKind)}"));
            }
            else if (field.Value.ValueKind == JsonValueKind.String && TextOf(field.Value.GetString) is null)
            {
                mistakes.Add(new FormMistake(name ?? "?", """The text has half a character in it: one of \ud800 to \udfff without the other half"""));
            }
            else
            {
                form = set(form, field.Value.GetString());
            }
        }

        if (!string.IsNullOrWhiteSpace(form.Query) && !string.IsNullOrWhiteSpace(form.Rule))
        {
            mistakes.Add(new FormMistake("rule", "There is a query, too: write one of them, and another request for the other one"));
        }

        return new JsonForm(form, [.. mistakes.Take(MostMistakes)]);
    }

    private static FormMistake Unknown(string name) =>
        new(Graphemes.Cut(name, LongestNameShown), $"There is no such field. There are: {string.Join(", ", Fields.Keys)}")
        {
            Suggestion = NearestWord.Of(name, Fields.Keys),
        };

    // An escaped surrogate without the other one is JSON (RFC 8259 §8.2), and no text.
    private static string? TextOf(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };

    // The parser counts lines from 0, and bytes in them.
    private static string Place(ReadOnlySpan<byte> body, long line, long byteInLine)
    {
        var rest = body;
        for (var number = 0; number < line; number++)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        var at = (int)Math.Min(byteInLine, rest.Length);
        var column = Encoding.UTF8.GetCharCount(rest[..at]) + 1;
        var what = Rune.DecodeFromUtf8(rest[at..], out var found, out _) != OperationStatus.Done ? "it ends too soon"
            : Rune.IsControl(found) ? "there is a line break or another control character"
            : $"{found} cannot stand there";
        return $"in line {line + 1}, column {column}, {what}";
    }
}
