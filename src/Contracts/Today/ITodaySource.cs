using System.Globalization;
using System.Security.Claims;

namespace Noroshi.Contracts;

/// <summary>A room that has something to say on the first page. Registered in the services; asked on every visit, so it must be quick.</summary>
public interface ITodaySource
{
    /// <summary>What this person may see, already worded in their language; empty when there is nothing.</summary>
    Task<IReadOnlyList<TodayItem>> ItemsAsync(ClaimsPrincipal person, CultureInfo language, CancellationToken cancel);
}
