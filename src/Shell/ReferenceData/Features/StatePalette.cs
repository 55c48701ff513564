using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Shell.ReferenceData.Ui;

namespace Noroshi.Shell.ReferenceData;

/// <summary>Makes states findable in the command palette by name in either language and by code.</summary>
internal sealed class StatePalette(StateRegister register, IStringLocalizer<StateWords> words) : IPaletteSource
{
    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var japanese = language.TwoLetterISOLanguageName == "ja";
        var kind = words["Kind"].Value;
        return register.States.Select(state => new PaletteEntry(
            state.Name(japanese),
            $"/states/{state.Alpha2}",
            kind,
            [state.Alpha2.ToString(), state.Alpha3, state.Name(!japanese), state.NameEnUn, .. state.NameJaMinistry is { } name ? [name.Value] : Array.Empty<string>()]));
    }
}
