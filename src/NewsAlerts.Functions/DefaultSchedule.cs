using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.Configuration;

namespace NewsAlerts.Functions;

/// <summary>
/// Gives the timers of <c>POLL_SCHEDULE</c> their schedule where that setting is missing: the host resolves the setting by itself,
/// and where it finds none, it drops those functions and runs on without them.
/// </summary>
internal sealed class DefaultSchedule(IConfiguration configuration) : IFunctionMetadataTransformer
{
    /// <summary>The setting: an NCRONTAB expression, in UTC.</summary>
    public const string Setting = "POLL_SCHEDULE";

    /// <summary>How a trigger's attribute names it.</summary>
    public const string Reference = $"%{Setting}%";

    /// <summary>Every minute.</summary>
    public const string EveryMinute = "0 * * * * *";

    /// <inheritdoc />
    public string Name => nameof(DefaultSchedule);

    /// <inheritdoc />
    public void Transform(IList<IFunctionMetadata> original)
    {
        if (!string.IsNullOrWhiteSpace(configuration[Setting]))
        {
            return;
        }

        foreach (var bindings in original.Select(function => function.RawBindings).OfType<IList<string>>())
        {
            for (var i = 0; i < bindings.Count; i++)
            {
                bindings[i] = bindings[i].Replace(Reference, EveryMinute, StringComparison.Ordinal);
            }
        }
    }
}
