using Noroshi.Capacity.Iati.Model;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>A part of an activity that is taken from one source as a whole, so that no money is counted twice.</summary>
/// <param name="Name">Its name, which is that of its elements.</param>
/// <param name="Count">How many lines an activity has of it.</param>
/// <param name="Take">Puts the block of one activity into another: from, into.</param>
internal sealed record FinancialBlock(string Name, Func<IatiActivity, int> Count, Func<IatiActivity, IatiActivity, IatiActivity> Take)
{
    /// <summary>Budgets, planned disbursements, transactions, results.</summary>
    internal static IReadOnlyList<FinancialBlock> All { get; } =
    [
        new("budget", activity => activity.Budgets.Count, (from, into) => into with { Budgets = from.Budgets }),
        new("planned-disbursement", activity => activity.PlannedDisbursements.Count, (from, into) => into with { PlannedDisbursements = from.PlannedDisbursements }),
        new("transaction", activity => activity.Transactions.Count, (from, into) => into with { Transactions = from.Transactions }),
        new("result", activity => activity.Results.Count, (from, into) => into with { Results = from.Results }),
    ];
}
