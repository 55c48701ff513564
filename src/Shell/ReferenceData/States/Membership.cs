using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>A period in which a state or entity takes part in an organisation.</summary>
/// <param name="Organisation">Short name, for example <c>ASEAN</c>.</param>
/// <param name="Member">ISO 3166-1 alpha-2 code, or an entity's code such as <c>X-AU</c>.</param>
/// <param name="Period">As exactly as known.</param>
/// <param name="Status">member, partner or observer.</param>
/// <param name="Note">What a reader must know first.</param>
/// <param name="Provenance">Where the period was read.</param>
internal sealed record Membership(string Organisation, string Member, Period Period, string Status, string Note, Provenance Provenance)
{
    /// <summary>Whether it holds on the day. A period whose beginning is not recorded is known to hold since it was last checked.</summary>
    public Truth HoldsOn(DateOnly day)
    {
        var answer = Period.Contains(day);
        return answer == Truth.Unknown && Period.Since is null && Provenance.AsOf is { } checkedOn && day >= checkedOn.First ? Truth.Yes : answer;
    }
}
