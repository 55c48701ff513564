using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>One state in JSON, each fact with its source. What is not known is <c>null</c>.</summary>
internal sealed record StateAnswer(
    StateLine State,
    string NameEnUn,
    StateAnswer.Sourced? NameJaMinistry,
    string? Capital,
    string? TimeZone,
    string? Note,
    StateAnswer.Origin Provenance,
    StateAnswer.Origin? UnProvenance,
    IReadOnlyList<StateAnswer.Member> Memberships,
    IReadOnlyList<StateAnswer.DayOff> Holidays)
{
    public static StateAnswer Of(State state, StateRegister register) => new(
        StateLine.Of(state),
        state.NameEnUn,
        state.NameJaMinistry is { } name ? new Sourced(name.Value, Origin.Of(name.Provenance)) : null,
        Known(state.Capital),
        Known(state.TimeZone),
        Known(state.Note),
        Origin.Of(state.Provenance),
        state.UnMember is { } un ? Origin.Of(un.Provenance) : null,
        [.. register.MembershipsOf(state.Alpha2.ToString()).Select(Member.Of)],
        [.. register.HolidaysOf(state.Alpha2).Select(DayOff.Of)]);

    private static string? Known(string cell) => cell.Length == 0 ? null : cell;

    /// <summary>Where a fact comes from.</summary>
    internal sealed record Origin(string Source, string? AsOf, string Confidence)
    {
        public static Origin Of(Provenance provenance) => new(provenance.Source, provenance.AsOf?.ToString(), provenance.Confidence.ToString());
    }

    /// <summary>A value with its source.</summary>
    internal sealed record Sourced(string Value, Origin Provenance);

    /// <summary>A period of membership.</summary>
    internal sealed record Member(string Organisation, string Status, string? Since, string? Until, string? Note, Origin Provenance)
    {
        public static Member Of(Membership membership) => new(membership.Organisation, membership.Status, membership.Period.Since?.ToString(), membership.Period.Until?.ToString(), Known(membership.Note), Origin.Of(membership.Provenance));
    }

    /// <summary>A public holiday.</summary>
    internal sealed record DayOff(string Date, IReadOnlyList<string> Regions, string Kind, string NameEn, string NameJa, string? Note, Origin Provenance)
    {
        public static DayOff Of(Holiday day) => new(PartialDate.FromDateOnly(day.Date).ToString(), day.Regions, day.Kind, day.NameEn, day.NameJa, Known(day.Note), Origin.Of(day.Provenance));
    }
}
