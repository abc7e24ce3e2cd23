namespace NewsAlerts.Web.Pages.Forms;

/// <summary>What somebody has entered, unchecked.</summary>
internal sealed record SubscriptionForm
{
    /// <summary>The email address.</summary>
    public string? Address { get; init; }

    /// <summary>A query.</summary>
    public string? Query { get; init; }

    /// <summary>The name of a rule, instead of a query.</summary>
    public string? Rule { get; init; }

    /// <summary>When to tell: <c>immediate</c>, <c>hourly</c>, <c>daily 08:00</c>, <c>weekly mon 08:00</c>; immediate by default.</summary>
    public string? Send { get; init; }

    /// <summary>The time zone of these times, an id of the IANA database; that of the settings by default.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The language of the emails (BCP 47); that of the page by default.</summary>
    public string? Language { get; init; }

    /// <summary>The doubtful query that was pointed out, and is meant.</summary>
    public string? Meant { get; init; }

    /// <summary>What a page's form has: the parts of a schedule are fields of their own there.</summary>
    public static SubscriptionForm Of(FormValues form) => new()
    {
        Address = form["address"],
        Query = form["what"] == "rule" ? null : form["query"],
        Rule = form["what"] == "query" ? null : Filled(form["rule"]),
        Send = form["send"] switch
        {
            "daily" => $"daily {form["time"]}",
            "weekly" => $"weekly {form["day"]} {form["time"]}",
            var send => send,
        },
        TimeZone = form["timeZone"],
        Language = form["language"],
        Meant = form["meant"],
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
