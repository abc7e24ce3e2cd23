using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Monitoring;
using NewsAlerts.Steps;
using NewsAlerts.Web;
using OpenTelemetry;

namespace NewsAlerts.Functions;

/// <summary>Exports traces, metrics and logs to where the settings say; the Functions host reads the same ones for its own.</summary>
internal static class TelemetryServices
{
    private const string ConnectionSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string AuthenticationSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// Adds the export to Application Insights, by OTLP, or to both. Application Insights is told who we are as
    /// <see cref="DefaultAzureCredential"/> finds it, where an authentication string is set. Where neither is set, nothing is exported,
    /// and the host writes what is logged.
    /// </summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!IsSet(ConnectionSetting) && !IsSet(OtlpSetting))
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(Tracing.SourceName))
            .WithMetrics(metrics => metrics.AddMeter(Metrics.MeterName))
            .WithLogging(configureBuilder: null, logs => logs.IncludeFormattedMessage = true);

        // A worker that exports by itself hands its logs over without the invocation that they belong to, and the host drops them: so
        // they go to standard output too, which the host writes as it is.
        services.AddLogging(logging => LogLines.AddTo(logging));
        if (IsSet(ConnectionSetting))
        {
            telemetry.UseAzureMonitorExporter(options =>
            {
                options.Credential = IsSet(AuthenticationSetting) ? new DefaultAzureCredential() : null;

                // By default five traces a second are kept, each step decided apart: no trace would reach its delivery, and
                // the logs of the others would be dropped, which alert rules watch. A ratio decides by the trace's id, so
                // that a trace is kept from poll to delivery or not at all.
                options.TracesPerSecond = null;
                options.SamplingRatio = TraceSamplingSetting.Read(configuration);
                options.EnableTraceBasedLogsSampler = false;
            });
        }

        if (IsSet(OtlpSetting))
        {
            telemetry.UseOtlpExporter();
        }

        return services;

        bool IsSet(string setting) => !string.IsNullOrWhiteSpace(configuration[setting]);
    }
}
