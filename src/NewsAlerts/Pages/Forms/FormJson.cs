using System.Text.Json.Serialization;

namespace NewsAlerts.Pages.Forms;

/// <summary>How programs are answered: camel case, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FormProblem))]
[JsonSerializable(typeof(FormAccepted))]
internal sealed partial class FormJson : JsonSerializerContext;
