using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsAlerts.Web.Pages.Forms;

/// <summary>How programs are answered: camel case, nothing for null, characters as they are.</summary>
[JsonSerializable(typeof(FormProblem))]
[JsonSerializable(typeof(FormAccepted))]
internal sealed partial class FormJson : JsonSerializerContext
{
    /// <summary>For an answer that is JSON by its media type and never part of a page: nothing need be escaped for HTML.</summary>
    public static FormJson Answers { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
