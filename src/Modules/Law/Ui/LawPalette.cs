using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Ui;

/// <summary>Makes instruments, and the law of each state, findable in the command palette.</summary>
internal sealed class LawPalette(TreatyRegister register, IStringLocalizer<LawText> text, IStateNames names) : IPaletteSource
{
    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language)
    {
        if (!LawReaders.All.Any(person.HasRole)) return [];
        var japanese = language.TwoLetterISOLanguageName == "ja";
        string instrument = text["PaletteInstrument"], state = text["PaletteState"];
        return register.Instruments
            .Select(one => new PaletteEntry(japanese ? one.NameJa : one.NameEn, $"/law/instruments/{one.Id}", instrument, [one.Id, japanese ? one.NameEn : one.NameJa]))
            .Concat(names.Codes.Where(code => code != StateIndex.Union).Select(code => new PaletteEntry(text["StateLawOf", names.NameOf(code, language)], $"/law/states/{code}", state, [code.ToString()])));
    }
}
