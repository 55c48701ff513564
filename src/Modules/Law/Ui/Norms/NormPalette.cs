using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Ui;

/// <summary>Makes each norm, and the report on all of them, findable in the command palette.</summary>
internal sealed class NormPalette(LawBook book, IStringLocalizer<NormText> text) : IPaletteSource
{
    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language)
    {
        if (!LawReaders.All.Any(person.HasRole)) return [];
        var japanese = language.TwoLetterISOLanguageName == "ja";
        string norm = text["PaletteNorm"];
        return book.Norms
            .Select(one => new PaletteEntry($"{one.Paragraph} {(japanese ? one.Ja : one.En)}", $"/law/norms/{one.Id}", norm, [norm, "norm " + one.Id, japanese ? one.En : one.Ja]))
            .Append(new PaletteEntry(text["ReportTitle"], "/law/norms/report", norm, ["norm report", "規範 報告"]));
    }
}
