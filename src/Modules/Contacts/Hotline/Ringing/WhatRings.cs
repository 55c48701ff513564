using System.Globalization;
using System.Security.Claims;
using Noroshi.Contacts.Ui.Hotline;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Hotline;

/// <summary>What waits to be acknowledged, as a person sees it.</summary>
internal sealed class WhatRings(RingRecords rings, HotlineLabels labels)
{
    internal async Task<IReadOnlyList<RingView>> ForAsync(ClaimsPrincipal person, CancellationToken cancel)
    {
        var open = await rings.OpenAsync(cancel);
        if (open.Count == 0) return [];
        var climbed = await rings.EscalationsAsync(null, cancel);
        var onDuty = await rings.IsOnDutyAsync(person.UserId(), cancel);
        var (roles, organisation) = (person.Roles(), person.OrganisationId());
        return [.. open.Select(ring => Of(ring, WhoRings.Rings(ring, roles, organisation, onDuty, climbed), WhoRings.Reached(ring, roles, organisation, climbed)))];
    }

    private RingView Of(Ring ring, bool sounds, bool reached)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"{ring.State}-{ring.Number}");
        var title = $"{HotlineLabels.Say("LabelIn", label, ring.Topic)} · {HotlineLabels.Of(ring.Precedence)} · {HotlineLabels.Class(ring.Kind)} · {labels.State(ring.State)}";
        return new RingView(ring.Message, ring.Conversation, label, ring.State, ring.Urgency, title, ring.Subject == ring.Topic ? "" : ring.Subject, ring.ArrivedAt, ring.TargetAt, sounds, reached);
    }
}
