using NewsAlerts.Monitoring;
using NewsAlerts.Steps;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsAlerts.Local.Running;

/// <summary>Exports traces and metrics by OTLP, as the standard variables of OpenTelemetry say.</summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly TracerProvider _traces = Sdk.CreateTracerProviderBuilder()
        .ConfigureResource(AddService)
        .AddSource(Tracing.SourceName)
        .AddOtlpExporter()
        .Build();

    private readonly MeterProvider _metrics = Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(AddService)
        .AddMeter(Metrics.MeterName)
        .AddOtlpExporter()
        .Build();

    private TelemetryExport()
    {
    }

    /// <summary>
    /// Begins to export, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; otherwise null. Disposing sends what is
    /// left.
    /// </summary>
    public static TelemetryExport? Start() =>
        Environment.GetEnvironmentVariable(EndpointVariable) is { Length: > 0 } ? new TelemetryExport() : null;

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static void AddService(ResourceBuilder resource) => resource.AddService("news-alerts");
}
