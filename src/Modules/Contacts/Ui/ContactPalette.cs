using System.Globalization;
using System.Security.Claims;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Features;
using Noroshi.Contracts;

namespace Noroshi.Contacts.Ui;

/// <summary>Makes points and organisations findable in the command palette, by organisation, function and state in either language.</summary>
internal sealed class ContactPalette(ContactDirectory directory, ContactLabels labels, IStateNames names) : IPaletteSource
{
    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language)
    {
        var book = directory.Latest.SeenBy(person, directory.OwnState);
        string kind = DirectoryNavigation.Say("PaletteKind"), organisation = DirectoryNavigation.Say("Organisation");
        return book.Points.Where(point => point.RetiredAt is null)
            .Select(point =>
            {
                var body = book.BodyOf(point);
                return new PaletteEntry(
                    $"{labels.State(body.State)} · {labels.Of(point.Function)} · {ContactLabels.Name(body, point)}",
                    "/contacts/points/" + point.Id,
                    kind,
                    [point.Id, body.NameEn, body.NameJa, body.State.ToString(), ContactWords.Of(point.Function), names.NameOf(body.State, CultureInfo.InvariantCulture)]);
            })
            .Concat(book.Bodies.Select(body => new PaletteEntry(ContactLabels.Name(body), "/contacts/organisations/" + body.Id, organisation, [body.NameEn, body.NameJa])));
    }
}
