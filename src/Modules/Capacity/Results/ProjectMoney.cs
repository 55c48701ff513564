using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Results;

/// <summary>Planned and actual money of a project in one currency; currencies are never added to each other.</summary>
/// <remarks>
/// Null where nothing of that type is recorded: not recorded is not zero.
/// </remarks>
internal sealed record ProjectMoney(string Currency, decimal? Budget, decimal? Commitment, decimal? Disbursement, decimal? Expenditure, decimal? Planned)
{
    internal static IReadOnlyList<ProjectMoney> Of(Project project, CapacityRecord record) => [.. record.MoneyOf(project).GroupBy(one => one.Currency).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        new ProjectMoney(group.Key, Sum(group, "budget"), Sum(group, "commitment"), Sum(group, "disbursement"), Sum(group, "expenditure"), Sum(group, "planned")))];

    private static decimal? Sum(IEnumerable<Spending> money, string type) => money.Where(one => one.Type == type).ToList() is { Count: > 0 } some ? some.Sum(one => one.Amount) : null;
}
