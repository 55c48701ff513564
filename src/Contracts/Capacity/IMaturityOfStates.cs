using System.Security.Claims;
using Noroshi.Kernel;

namespace Noroshi.Contracts;

/// <summary>What is recorded of the maturity of states. A node without the room that keeps it has no such service.</summary>
public interface IMaturityOfStates
{
    /// <summary>
    /// The latest level of each point of each model, as far as the person may read it; null stands for whoever may open the data folder. Empty where nothing was
    /// assessed, which says nothing about the state.
    /// </summary>
    Task<IReadOnlyList<MaturityOfControl>> OfAsync(CountryCode state, ClaimsPrincipal? person, CancellationToken cancel);
}
