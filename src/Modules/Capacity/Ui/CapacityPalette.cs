using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Capacity.Assessments;
using Noroshi.Contracts;

namespace Noroshi.Capacity.Ui;

/// <summary>Makes the room's pages, models and topics findable in the command palette.</summary>
internal sealed class CapacityPalette(ModelLibrary library, IStringLocalizer<CapacityText> text) : IPaletteSource
{
    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language)
    {
        if (!person.ReadsCapacity()) return [];
        var japanese = language.TwoLetterISOLanguageName == "ja";
        string model = text["PaletteModel"], topic = text["PaletteTopic"];
        return library.Models.Select(one => new PaletteEntry($"{one.Id} {one.Name.In(japanese)}", "/capacity/models/" + one.Id, model, [one.Id, one.Name.In(!japanese)]))
            .Concat(library.Topics.Select(one => new PaletteEntry($"{one.Code} {one.Name.In(japanese)}", "/capacity/needs?topic=" + one.Code, topic, [one.Code, one.Name.In(!japanese)])));
    }
}
