using System.Globalization;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>The rules that need all of an activity.</summary>
internal static class ActivityVerdicts
{
    /// <summary>Thirds cannot be written exactly; for countries and regions the rule set rounds.</summary>
    private const decimal Rounding = 0.01m;

    internal static void Tell(ActivityRecord record, Complaints complaints, int depth)
    {
        void Rule(IatiRule rule, string message) => complaints.Rule(rule, depth, message);

        if (record.Recipients.Given > 0 && Math.Abs(record.Recipients.Sum - 100) > Rounding) Rule(IatiRules.RecipientSum, $"The shares of countries and regions add up to {Written(record.Recipients.Sum)}, not 100. Correct them.");
        else if (record.Recipients.Count > 1 && record.Recipients.Given < record.Recipients.Count) Rule(IatiRules.PercentageMissing, "There are several countries or regions and not all have a percentage. Add it to each.");
        var sectors = 0;
        foreach (var shares in record.Sectors)
        {
            sectors += shares.Count;
            if (shares.Given > 0 && shares.Sum != 100) Rule(IatiRules.SectorSum, $"The shares of the sectors of one vocabulary add up to {Written(shares.Sum)}, not 100. Correct them.");
            else if (shares.Count > 1 && shares.Given < shares.Count) Rule(IatiRules.PercentageMissing, "There are several sectors of one vocabulary and not all have a percentage. Add it to each.");
        }

        if (sectors == 0 && record.TransactionsWithSector == 0) Rule(IatiRules.SectorMissing, "No sector is named, neither for the activity nor for its transactions. Add sector.");
        if (record.TransactionsWithSector > 0 && (sectors > 0 || record.TransactionsWithSector < record.Transactions)) Rule(IatiRules.SectorLevel, "Sectors stand at the activity or at all of its transactions, not at both and not at some. Choose one level.");
        if (record.TransactionHasRecipient && record.Recipients.Count + record.OtherRegions > 0) Rule(IatiRules.RecipientLevel, "Countries and regions stand at the activity or at its transactions, not at both. Choose one level.");
        if (record.DayOf(1) == 0 && record.DayOf(2) == 0) Rule(IatiRules.StartMissing, "The activity has neither a planned nor an actual start. Add activity-date of type 1 or 2.");
        if (IsTurned(record.DayOf(1), record.DayOf(3)) || IsTurned(record.DayOf(2), record.DayOf(4))) Rule(IatiRules.DateOrder, "The activity ends before it starts. Correct one of the activity-date elements.");
        if (!record.Owners.Any(owner => record.Identifier.Length > owner.Length && record.Identifier.StartsWith(owner, StringComparison.Ordinal))) Rule(IatiRules.IdentifierPrefix, "iati-identifier does not begin with the identifier of the reporting organisation (or one it had before, type B1). Use reporting-org/@ref, a hyphen and the number of the activity.");
    }

    private static bool IsTurned(int start, int end) => start > 0 && end > 0 && end < start;

    private static string Written(decimal sum) => sum.ToString("0.####", CultureInfo.InvariantCulture);
}
