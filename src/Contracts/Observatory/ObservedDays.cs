namespace Noroshi.Contracts;

/// <summary>Days on which traffic was seen, out of the days on which anything was. A network used is no attacker.</summary>
/// <param name="From">The first day of the period, UTC.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Watched">Days of the period on which the sensors held anything at all; a day without is not counted as quiet.</param>
/// <param name="Seen">Days among them on which the traffic asked for was seen; research scanners and backscatter left out.</param>
/// <param name="Sensors">Sensors that saw anything in the period.</param>
/// <param name="Geography">Versions of the country and network data by which addresses were placed.</param>
/// <param name="Exercise">True where it was invented for an exercise.</param>
public sealed record ObservedDays(DateOnly From, DateOnly To, int Watched, int Seen, int Sensors, IReadOnlyList<string> Geography, bool Exercise);
