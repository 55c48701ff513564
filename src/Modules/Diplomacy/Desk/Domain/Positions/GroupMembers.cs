using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Which states belonged to an organisation on a day.</summary>
internal sealed class GroupMembers(IEnumerable<(string Group, CountryCode State, Period Period)> memberships)
{
    private readonly ILookup<string, (string Group, CountryCode State, Period Period)> _members = memberships.ToLookup(one => one.Group, StringComparer.Ordinal);

    /// <summary>The members during the whole time that the date can mean; where the record leaves it open, a state is not counted.</summary>
    internal IEnumerable<CountryCode> Of(string group, PartialDate date) =>
        _members[group].Where(one => one.Period.Contains(date.First) == Truth.Yes && one.Period.Contains(date.Last) == Truth.Yes).Select(one => one.State);
}
