using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsAlerts.Local.Commands;

/// <summary>Prints one JSON object an item: <c>{"item": id, "rules": [names]}</c>.</summary>
internal sealed class MatchJsonPrinter(TextWriter output) : IMatchPrinter
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Print(MatchItem item, MatchRules rules, IReadOnlyList<int> matched) =>
        output.WriteLine($$"""{"item": {{item.Id}}, "rules": {{JsonSerializer.Serialize(matched.Select(rules.NameOf), Options)}}}""");
}
