using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace NewsAlerts.Functions;

/// <summary>How many of the app's own traces are sent to Application Insights, which bills what it is sent.</summary>
internal static class TraceSamplingSetting
{
    private const string Setting = "TRACE_SAMPLING_RATIO";

    /// <summary>Reads <c>TRACE_SAMPLING_RATIO</c>: a share from 0 (no traces) to 1 (all of them), which is the default.</summary>
    /// <exception cref="FormatException">It is no such number.</exception>
    public static float Read(IConfiguration configuration)
    {
        var text = configuration[Setting];
        if (string.IsNullOrWhiteSpace(text))
        {
            return 1;
        }

        return float.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1
            ? ratio
            : throw new FormatException($"{Setting} is '{text}': write a number from 0 (no traces) to 1 (all of them).");
    }
}
