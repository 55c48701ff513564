using System.Globalization;
using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Ui.Basis;

/// <summary>Makes the question page, one entry a measure, and the rules findable in the command palette.</summary>
internal sealed class BasisPalette(LegalRules rules, BasisWords words) : IPaletteSource
{
    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language)
    {
        if (!LawReaders.All.Any(person.HasRole)) return [];
        return
        [
            new PaletteEntry(words["Title"], "/law/basis", words["Kind"]),
            .. Measure.All.Select(measure => new PaletteEntry(words.Measure(measure.Id), "/law/basis?measure=" + measure.Id, words["Kind"], [measure.Id])),
            .. rules.Rules.Select(rule => new PaletteEntry($"{rule.Rule.Id} {BasisWords.Cite(rule)}", "/law/rules/" + rule.Rule.Id, words["KindRule"], [rule.Rule.Id])),
        ];
    }
}
