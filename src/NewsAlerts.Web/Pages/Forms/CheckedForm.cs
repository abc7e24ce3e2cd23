using NewsAlerts.Subscriptions;

namespace NewsAlerts.Web.Pages.Forms;

/// <summary>What is to be made of a form.</summary>
internal sealed record CheckedForm
{
    /// <summary>What is to be subscribed; null where something is wrong.</summary>
    public Subscription? Subscription { get; init; }

    /// <summary>The address, as it is to be written to; null where it is wrong, or was not asked for.</summary>
    public string? Address { get; init; }

    /// <summary>The language, one that there is.</summary>
    public required string Language { get; init; }

    /// <summary>What is wrong, in the order of the form.</summary>
    public IReadOnlyList<FormMistake> Mistakes { get; init; } = [];

    /// <summary>What is right in the query, and probably not meant.</summary>
    public IReadOnlyList<FormMistake> Hints { get; init; } = [];
}
