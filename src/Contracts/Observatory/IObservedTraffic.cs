using System.Security.Claims;
using Noroshi.Kernel;

namespace Noroshi.Contracts;

/// <summary>What the sensors of this node saw, as other rooms may count with it. A node without the room that keeps it has no such service.</summary>
public interface IObservedTraffic
{
    /// <summary>
    /// On how many of the last days traffic that used networks of a state, or one network, reached the sensors. The days end with the last one held. Null where
    /// nothing is held, or where the person may not see single cells; no person stands for whoever may open the data folder.
    /// </summary>
    /// <param name="state">The state; unknown where one network is asked for.</param>
    /// <param name="network">The number of an autonomous system; null where a state is asked for.</param>
    /// <param name="days">How many days back, 1 or more.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancel">Stops the work.</param>
    Task<ObservedDays?> DaysAsync(CountryCode state, uint? network, int days, ClaimsPrincipal? person, CancellationToken cancel);
}
