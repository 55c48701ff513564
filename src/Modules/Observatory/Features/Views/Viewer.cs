using Noroshi.Observatory.Api;

namespace Noroshi.Observatory.Features;

/// <summary>What someone may see: of which sensors, and whether down to single addresses.</summary>
/// <param name="Sensors">The sensors whose data they may read, retired ones too.</param>
/// <param name="All">True where that is every sensor, so that questions need no condition on them.</param>
/// <param name="SeesAddresses">False for those who get aggregates only: no source addresses, small cells suppressed.</param>
/// <param name="Manages">True for those who may import and manage sensors and the address plan.</param>
internal sealed record Viewer(IReadOnlyList<Sensor> Sensors, bool All, bool SeesAddresses, bool Manages)
{
    internal IReadOnlyList<string> SensorNames { get; } = [.. Sensors.Select(sensor => sensor.Name)];

    /// <summary>Null: every sensor.</summary>
    internal IReadOnlyList<string>? Limit => All ? null : SensorNames;

    internal ViewReader Reader(Held held) => new(held, SensorNames, All);
}
