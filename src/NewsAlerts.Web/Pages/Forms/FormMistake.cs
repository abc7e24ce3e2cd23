using System.Text.Json.Serialization;

namespace NewsAlerts.Web.Pages.Forms;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">The field: <c>address</c>, <c>query</c>, <c>rule</c>, <c>send</c>, <c>time</c>, <c>timeZone</c>, <c>language</c>.</param>
/// <param name="Message">What is wrong and what was expected, as a sentence for a person.</param>
internal sealed record FormMistake(string Field, string Message)
{
    /// <summary>The line of a query's mistake, from 1; null where the mistake has no place.</summary>
    public int? Line { get; init; }

    /// <summary>The column where it starts, in UTF-16 units from 1.</summary>
    public int? Column { get; init; }

    /// <summary>How long the wrong part is, in UTF-16 units.</summary>
    public int? Length { get; init; }

    /// <summary>Where it starts in the query, in UTF-16 units from 0.</summary>
    [JsonIgnore]
    public int Start { get; init; }

    /// <summary>Whether it may be right, and only not what was meant.</summary>
    [JsonIgnore]
    public bool IsDoubt { get; init; }

    /// <summary>What was probably meant: in place of the wrong part of a query, of the whole text otherwise; null where unknown.</summary>
    public string? Suggestion { get; init; }
}
