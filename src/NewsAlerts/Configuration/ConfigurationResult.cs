using System.Diagnostics.CodeAnalysis;
using NewsAlerts.Yaml;

namespace NewsAlerts.Configuration;

/// <summary>What became of an alerts.yaml: either a configuration, or every mistake that is in it.</summary>
public sealed record ConfigurationResult
{
    /// <summary>The configuration; null where there is a mistake.</summary>
    public AlertsConfiguration? Configuration { get; init; }

    /// <summary>Everything that is wrong, in the order of the file; empty where there is a configuration.</summary>
    public IReadOnlyList<ConfigurationMistake> Mistakes { get; init; } = [];

    /// <summary>What works but is probably not what was wanted, in the order of the file.</summary>
    public IReadOnlyList<ConfigurationMistake> Warnings { get; init; } = [];

    /// <summary>The file's text with stars in the place of secrets: what may be shown of it.</summary>
    internal string ShownText { get; init; } = "";

    /// <summary>The configuration where nothing was wrong, otherwise everything that was.</summary>
    internal static ConfigurationResult Of(AlertsConfiguration? configuration, MistakeList mistakes) => new()
    {
        Configuration = mistakes.Any ? null : configuration,
        Mistakes = mistakes.Mistakes,
        Warnings = mistakes.Warnings,
        ShownText = mistakes.ShownText(),
    };

    /// <summary>Whether the file can be used.</summary>
    [MemberNotNullWhen(true, nameof(Configuration))]
    public bool IsRight => Configuration is not null;
}
