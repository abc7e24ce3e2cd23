using NewsAlerts.Configuration.Values;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Editing;

/// <summary>A destination that is to be written to a new alerts.yaml.</summary>
internal sealed record NewDestination
{
    private const string Email = "email";
    private const string Webhook = "webhook";

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>The email address, or the address of the webhook, as it was given: <c>${NAME}</c> stays as it is.</summary>
    public required string Written { get; init; }

    /// <summary>The same, with the value of the variable in its place.</summary>
    public required string Address { get; init; }

    /// <summary>Its name: <c>me</c> for an email address, otherwise its type.</summary>
    public string Name => IsEmail ? "me" : Type;

    /// <summary>Whether it is an email address.</summary>
    public bool IsEmail => Type == Email;

    /// <summary>Whether a secret stands in the file: the address of a webhook is one.</summary>
    public bool IsSecretInFile => !IsEmail && Written == Address;

    /// <summary>Reads what a person answers to the question where alerts are to be sent.</summary>
    /// <param name="text">An email address, the address of a webhook, or the variable that holds one: <c>${NAME}</c>.</param>
    /// <param name="environment">The environment variables by name.</param>
    /// <param name="error">Why it is none of these, to follow the answer; null where it is one. It names no secret.</param>
    public static NewDestination? Read(string text, Func<string, string?> environment, out string? error)
    {
        string? unset = null;
        var address = EnvironmentText.IsVariable(text) ? EnvironmentText.Expand(text, environment, (_, _, message) => unset = message) : text;
        if (address is null)
        {
            error = $"cannot be read: {unset}";
            return null;
        }

        var isWeb = address.Contains("://", StringComparison.Ordinal);
        var problem = isWeb || !address.Contains('@', StringComparison.Ordinal) ? WebAddressText.Check(address) : EmailAddress.CheckAscii(address);
        error = problem is null ? null
            : (isWeb || address.Contains('@', StringComparison.Ordinal) ? problem.Message : "is neither an email address nor a web address")
                + (problem is { Suggestion: { } meant, IsSecret: false } && address == text ? $" (did you mean {meant}?)" : "");
        return problem is not null ? null : new NewDestination
        {
            Type = WebAddressText.TryRead(address, out var url) ? TypeOf(url) : Email,
            Written = text,
            Address = address,
        };
    }

    private static string TypeOf(Uri url) =>
        IsAt(url, "hooks.slack.com") || IsAt(url, "hooks.slack-gov.com") ? "slack"
        : IsAt(url, "discord.com") || IsAt(url, "discordapp.com") ? "discord"
        : IsAt(url, "webhook.office.com") || IsAt(url, "logic.azure.com") || IsAt(url, "api.powerplatform.com") ? "teams"
        : Webhook;

    private static bool IsAt(Uri url, string host) =>
        url.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase) || url.IdnHost.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase);
}
