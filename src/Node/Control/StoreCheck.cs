using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Noroshi.Node.Control;

/// <summary>What a running node says about one of its stores.</summary>
internal sealed record StoreCheck(string Name, string Status, string? Detail)
{
    internal static IReadOnlyList<StoreCheck> From(HealthReport report) =>
        [.. report.Entries.Select(entry => new StoreCheck(entry.Key, Word(entry.Value.Status), entry.Value.Description ?? entry.Value.Exception?.Message))];

    internal static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "warn",
        _ => "fail",
    };
}
