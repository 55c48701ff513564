using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Ui;

/// <summary>Makes reviewed meetings, forums and topics findable in the command palette.</summary>
internal sealed class DeskPalette(DiplomaticRecord reviewed, IStringLocalizer<DeskText> text) : IPaletteSource
{
    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language)
    {
        if (!person.ReadsDiplomacy()) return [];
        var japanese = language.TwoLetterISOLanguageName == "ja";
        string meeting = text["PaletteMeeting"], forum = text["PaletteForum"], topic = text["PaletteTopic"];
        return reviewed.Meetings.Select(one => Entry(one.Name, "/diplomacy/meetings/" + one.Id, meeting, one.Id))
            .Concat(reviewed.Forums.Select(one => Entry(one.Name, "/diplomacy/forums/" + one.Id, forum, one.Id)))
            .Concat(reviewed.Topics.Select(one => Entry(one.Name, "/diplomacy/topics/" + one.Id, topic, one.Id)));

        PaletteEntry Entry(Wording name, string href, string kind, string id) => new(name.In(japanese), href, kind, [id, name.In(!japanese)]);
    }
}
