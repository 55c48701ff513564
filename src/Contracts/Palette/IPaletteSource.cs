using System.Globalization;
using System.Security.Claims;

namespace Noroshi.Contracts;

/// <summary>A room whose things can be found by name in the command palette. Registered in the services.</summary>
public interface IPaletteSource
{
    /// <summary>Entries that this person may open; the shell filters them by what is typed.</summary>
    IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language);
}
