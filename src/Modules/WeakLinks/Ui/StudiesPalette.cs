using System.Globalization;
using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.WeakLinks.Papers;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.WeakLinks.Ui;

/// <summary>Makes studies findable in the command palette by their title.</summary>
internal sealed class StudiesPalette(StudyStore store) : IPaletteSource
{
    private const int Most = 50;

    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language) =>
        person.ReadsWeakLinks() ? store.All().Take(Most).Select(study => new PaletteEntry(study.Title, "/weaklinks?study=" + study.Id, StudyWords.Word("PaletteKind"), [study.Id])) : [];
}
