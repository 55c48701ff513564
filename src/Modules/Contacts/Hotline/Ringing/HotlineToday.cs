using System.Globalization;
using System.Security.Claims;
using Noroshi.Contacts.Ui.Hotline;
using Noroshi.Contracts;

namespace Noroshi.Contacts.Hotline;

/// <summary>The hotline on the first page: what waits to be acknowledged, and lines that are silent.</summary>
internal sealed class HotlineToday(WhatRings rings, ReadHotline reading, HotlineLabels labels, TimeProvider clock) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(ClaimsPrincipal person, CultureInfo language, CancellationToken cancel)
    {
        if (!person.Roles().Any(HotlineRights.Readers)) return [];
        var now = clock.GetUtcNow();
        var waiting = (await rings.ForAsync(person, cancel)).Select(ring => new TodayItem(TodayKind.NeedsAnswer, HotlineLabels.Say("TodayRing", ring.Title), $"/hotline/{ring.Conversation}#{ring.Message}")
        {
            Detail = ring.Subject is { Length: > 0 } subject ? subject : null,
            At = ring.TargetAt,
            Burning = ring.Precedence is "flash" or "immediate" || ring.TargetAt <= now,
        });
        var silent = (await reading.LinesAsync(cancel)).Where(line => line.Peer.Active && !line.IsAlive).Select(line => new TodayItem(TodayKind.Changed, HotlineLabels.Say("TodaySilent", labels.State(line.Peer.State)), "/hotline#lines")
        {
            Detail = line.State?.HeardAt is { } heard ? HotlineLabels.Say("LastAlive", HotlineLabels.Moment(heard)) : HotlineLabels.Say("NeverAlive"),
            At = line.State?.HeardAt,
        });
        return [.. waiting, .. silent];
    }
}
