using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsAlerts.Tests.Channels.Webhooks;

/// <summary>Checks JSON against the keywords of JSON Schema that the repository's own schema uses.</summary>
/// <param name="root">The schema.</param>
/// <param name="others">Those that it refers to, by file name.</param>
internal sealed class JsonSchema(JsonElement root, IReadOnlyDictionary<string, JsonSchema>? others = null)
{
    private static readonly HashSet<string> Known =
    [
        "$schema", "$defs", "title", "description", "format", "$ref", "const", "enum", "type", "pattern", "oneOf",
        "required", "properties", "additionalProperties", "items", "minItems", "maxItems", "minimum",
    ];

    public static JsonSchema Read(string json, IReadOnlyDictionary<string, JsonSchema>? others = null) =>
        new(JsonDocument.Parse(json).RootElement, others);

    /// <summary>What is wrong, each with its place; empty where nothing is.</summary>
    public IEnumerable<string> Mistakes(JsonElement value) => Mistakes(root, value, "$");

    private IEnumerable<string> Mistakes(JsonElement schema, JsonElement value, string path) => schema
        .EnumerateObject()
        .SelectMany(keyword => Check(keyword.Name, keyword.Value, schema, value, path));

    private IEnumerable<string> Check(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string path)
    {
        Assert.Contains(keyword, Known);
        var isObject = value.ValueKind == JsonValueKind.Object;
        var isArray = value.ValueKind == JsonValueKind.Array;
        return keyword switch
        {
            "$ref" => Referred(rule.ToString(), value, path),
            "const" when !JsonElement.DeepEquals(rule, value) => [$"{path}: not {rule}"],
            "enum" when !rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) => [$"{path}: not one of {rule}"],
            "type" when !Types(rule).Contains(TypeOf(value)) => [$"{path}: {TypeOf(value)}, not {rule}"],
            "pattern" when !Regex.IsMatch(value.ToString(), rule.ToString()) => [$"{path}: not like {rule}"],
            "oneOf" when rule.EnumerateArray().Count(one => !Mistakes(one, value, path).Any()) != 1 => [$"{path}: not one of several"],
            "minItems" when isArray && value.GetArrayLength() < rule.GetInt32() => [$"{path}: too few"],
            "maxItems" when isArray && value.GetArrayLength() > rule.GetInt32() => [$"{path}: too many"],
            "minimum" when value.ValueKind == JsonValueKind.Number && value.GetInt64() < rule.GetInt64() => [$"{path}: too small"],
            "required" when isObject => rule.EnumerateArray()
                .Where(name => !value.TryGetProperty(name.ToString(), out _)).Select(name => $"{path}: without {name}"),
            "properties" when isObject => value.EnumerateObject().SelectMany(property =>
                rule.TryGetProperty(property.Name, out var inner) ? Mistakes(inner, property.Value, $"{path}.{property.Name}") : []),
            "additionalProperties" when isObject => value.EnumerateObject()
                .Where(property => !schema.GetProperty("properties").TryGetProperty(property.Name, out _))
                .Select(property => $"{path}: unknown {property.Name}"),
            "items" when isArray => value.EnumerateArray().SelectMany((item, i) => Mistakes(rule, item, $"{path}[{i}]")),
            _ => [],
        };
    }

    private IEnumerable<string> Referred(string reference, JsonElement value, string path) => reference.Split('#') switch
    {
        ["", var place] => Mistakes(Definition(place), value, path),
        [var file, var place] when others is not null => others[file].Referred($"#{place}", value, path),
        _ => [$"{path}: {reference} leads nowhere"],
    };

    private JsonElement Definition(string place) =>
        place[1..].Split('/').Aggregate(root, (element, name) => element.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement rule) =>
        rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Select(type => type.ToString()) : [rule.ToString()];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
