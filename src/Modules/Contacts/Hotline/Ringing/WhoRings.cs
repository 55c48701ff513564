using Noroshi.Contracts;

namespace Noroshi.Contacts.Hotline;

/// <summary>In whose open pages a message rings.</summary>
internal static class WhoRings
{
    /// <summary>Diplomats and analysts always; administrators on duty; and whoever the ladder reached.</summary>
    internal static bool Rings(Ring ring, IReadOnlyCollection<Role> roles, string? organisation, bool onDuty, IEnumerable<Escalation> climbed) =>
        ring.Rang && ring.StoppedAt is null
        && (roles.Contains(Role.Diplomat) || roles.Contains(Role.Analyst) || (onDuty && roles.Contains(Role.Administrator)) || Reached(ring, roles, organisation, climbed));

    /// <summary>Whether the ladder reached this person for the message.</summary>
    internal static bool Reached(Ring ring, IReadOnlyCollection<Role> roles, string? organisation, IEnumerable<Escalation> climbed) =>
        climbed.Any(step => step.Message == ring.Message && step.Rung.Names(roles, organisation)) && roles.Any(HotlineRights.Watchers);
}
