using Noroshi.Exchange.Store;

namespace Noroshi.Exchange.Features;

/// <summary>Everything that a person may know of one object.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Versions">The versions that they may see, newest first, with the collection of each.</param>
/// <param name="Arrivals">Who sent it, when; first arrivals and further ones.</param>
/// <param name="Pointing">Objects that point at it, or that it points at, and that they may see.</param>
/// <param name="Departures">What left of it.</param>
internal sealed record ObjectStory(
    string Id,
    IReadOnlyList<(ExchangeCollection Collection, LeavingObject Object)> Versions,
    IReadOnlyList<ArrivalRow> Arrivals,
    IReadOnlyList<(string Name, bool Outward, LeavingObject Object)> Pointing,
    IReadOnlyList<DepartureRow> Departures);
