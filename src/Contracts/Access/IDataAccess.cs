using System.Security.Claims;

namespace Noroshi.Contracts;

/// <summary>Answers whose data a person may read: their own organisation's, and what others share by rule.</summary>
public interface IDataAccess
{
    /// <summary>
    /// The organisations whose data of this kind (for example <c>observatory.observations</c>) the person may read;
    /// <c>null</c> means every organisation (administrators of the node and auditors).
    /// </summary>
    Task<IReadOnlySet<string>?> ReadableOwnersAsync(ClaimsPrincipal person, string dataKind, CancellationToken cancel);
}
