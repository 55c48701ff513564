using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Doors;

/// <summary>Traces and metrics reach a collector when one is named; logs are structured; none of them tells a secret.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Node_WhenACollectorIsNamed_SendsTracesAndMetrics()
    {
        using var collector = new ListeningCollector();
        await using var node = await NodeProcess.ServeAsync(
            _folder.Below("d"), new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.ToString() });
        using var client = node.Client();
        await client.GetAsync("/sign-in?secret=do-not-tell");
        (await node.StopAsync()).ShouldBe(0, node.Log);
        collector.Paths.ShouldContain("/v1/traces");
        collector.Paths.ShouldContain("/v1/metrics");
        collector.Holds("/v1/traces", "noroshi").ShouldBeTrue();
        collector.Holds("/v1/traces", "/sign-in").ShouldBeTrue("the route of the request is not in its trace");
        collector.Holds("/v1/metrics", "http.server.request.duration").ShouldBeTrue();
        collector.Holds("/v1/traces", "do-not-tell").ShouldBeFalse("query strings may hold addresses and must not leave the node");
    }

    [Fact]
    public async Task Logs_WhenNotForATerminal_AreJsonWithoutSecrets()
    {
        await using var node = await NodeProcess.ServeAsync(_folder.Below("d"));
        using var client = node.Client();
        await client.GetAsync(node.SetUpLink);
        (await node.StopAsync()).ShouldBe(0);
        var lines = node.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldNotBeEmpty();
        foreach (var line in lines)
            System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("LogLevel").GetString().ShouldNotBeNullOrEmpty(line);
        node.Log.ShouldContain("/set-up/{Token}");
        node.Log.ShouldNotContain(node.SetUpLink![(node.SetUpLink!.LastIndexOf('/') + 1)..]);
    }
}
