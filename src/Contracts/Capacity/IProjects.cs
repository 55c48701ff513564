using System.Security.Claims;

namespace Noroshi.Contracts;

/// <summary>The recorded projects of capacity building. A node without the room that keeps them has no such service.</summary>
public interface IProjects
{
    /// <summary>Every project that the person may read, latest first; null stands for whoever may open the data folder.</summary>
    Task<IReadOnlyList<ProjectFigures>> ListAsync(ClaimsPrincipal? person, CancellationToken cancel);
}
