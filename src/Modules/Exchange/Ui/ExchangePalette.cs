using System.Globalization;
using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Exchange.Features;
using Noroshi.Exchange.Store;

namespace Noroshi.Exchange.Ui;

/// <summary>Makes collections findable in the command palette.</summary>
internal sealed class ExchangePalette(ExchangeDirectory directory) : IPaletteSource
{
    public IEnumerable<PaletteEntry> Entries(ClaimsPrincipal person, CultureInfo language)
    {
        if (!person.Reads() || directory.Latest is not { } book) return [];
        var kind = ExchangeLabels.Say("Collection");
        return book.Collections.Where(collection => collection.ClosedAt is null).Select(collection => new PaletteEntry(collection.Title, "/exchange/collections/" + collection.Id, kind, [collection.TitleEn, collection.TitleJa, collection.Id]));
    }
}
