using Noroshi.Kernel;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Law.Features;

/// <summary>Organisations of states, to narrow a list to their members on a day.</summary>
internal sealed class StateGroups(ReferenceTables tables)
{
    private readonly ILookup<string, (CountryCode State, Period Period)> _members = tables.Rows("memberships")
        .Where(row => row["status"] == "member" && row.State("state").IsKnown)
        .ToLookup(row => row["org"], row => (row.State("state"), new Period(row.PartialDay("since"), row.PartialDay("until"))), StringComparer.OrdinalIgnoreCase);

    /// <summary>Short names with the names in both languages, in order.</summary>
    public IReadOnlyList<(string Id, string En, string Ja)> All { get; } = [.. tables.Rows("organisations").Select(row => (row["org"], row["name_en"], row["name_ja"]))];

    /// <summary>The members on the day, also those of whom the records leave open whether they still or already were; null where no group is asked.</summary>
    /// <exception cref="WrongAskException">There is no such organisation.</exception>
    public IReadOnlySet<CountryCode>? Members(string? group, DateOnly day)
    {
        if (string.IsNullOrWhiteSpace(group)) return null;
        if (!_members.Contains(group)) throw new WrongAskException("group", $"There is no organisation '{(group.Length > 20 ? group[..20] : group)}'.", $"Use one of: {string.Join(", ", All.Select(one => one.Id))}.", isUnknown: true);
        return _members[group].Where(member => member.Period.Contains(day) != Truth.No).Select(member => member.State).ToHashSet();
    }
}
