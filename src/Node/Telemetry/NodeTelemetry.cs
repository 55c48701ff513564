using System.Reflection;
using Noroshi.Node.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Noroshi.Node.Telemetry;

/// <summary>Sends traces and metrics by OTLP over HTTP, when the operator names a collector; otherwise nothing is measured or sent.</summary>
/// <remarks>Modules need no reference to OpenTelemetry: any ActivitySource or Meter whose name begins with <c>Noroshi</c> is listened to.</remarks>
internal sealed class NodeTelemetry(NodeSettings settings, ILogger<NodeTelemetry> log) : IHostedService, IDisposable
{
    private static readonly string[] Sources = ["Noroshi*", "Microsoft.AspNetCore", "System.Net.Http", "Npgsql"];

    private static readonly string[] Meters =
    [
        "Noroshi*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Authentication", "Microsoft.AspNetCore.Authorization", "Microsoft.AspNetCore.Diagnostics", "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <summary>The collector's address: the setting, else the standard environment variable.</summary>
    internal static Uri? Collector(NodeSettings settings)
    {
        var address = settings.OtlpEndpoint is { Length: > 0 } set ? set : Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT");
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Collector(settings) is not { } collector)
            return Task.CompletedTask;
        var version = typeof(NodeTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var resource = ResourceBuilder.CreateDefault().AddService("noroshi", serviceVersion: version);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .AddOtlpExporter(o => Send(o, collector, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter(o => Send(o, collector, "v1/metrics"))
            .Build();
        log.LogInformation("Traces and metrics go to {Collector}", collector.GetLeftPart(UriPartial.Path));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush(3000);
        _metrics?.ForceFlush(3000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static void Send(OtlpExporterOptions options, Uri collector, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/{signal}");
    }
}
