namespace Noroshi.Observatory.Features;

/// <summary>What a sensor is; the words are kept in records and shown through resources.</summary>
internal static class SensorKinds
{
    internal const string Telescope = "telescope";
    internal const string Ids = "ids";
    internal const string Honeypot = "honeypot";
    internal const string Flow = "flow";
    internal const string Other = "other";

    internal static IReadOnlyList<string> All { get; } = [Telescope, Ids, Honeypot, Flow, Other];
}
