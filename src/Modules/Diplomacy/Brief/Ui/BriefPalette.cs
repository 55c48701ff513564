using System.Globalization;
using System.Security.Claims;
using Noroshi.Contracts;

namespace Noroshi.Diplomacy.Brief.Ui;

/// <summary>Makes the brief on each other state findable in the command palette by its name and code.</summary>
internal sealed class BriefPalette(IStateNames names, BriefAsking asking) : IPaletteSource
{
    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language)
    {
        if (!person.ReadsDiplomacy()) return [];
        var kind = BriefWords.Say(language, "BriefHead");
        return names.Codes.Where(code => code != asking.OwnState).Select(code => new PaletteEntry(
            BriefWords.Say(language, "BriefTitle", names.NameOf(code, language)), $"/diplomacy/states/{code}/brief", kind, [code.ToString()]));
    }
}
