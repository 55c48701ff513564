using System.Globalization;
using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Matching;

/// <summary>What of a project is compared with others, made once.</summary>
internal sealed class ProjectTraits
{
    private const int UnknownLengthInYears = 2;

    internal ProjectTraits(Project project, CapacityRecord record, IReadOnlyDictionary<string, double> text, IEnumerable<Spending> budgets)
    {
        (Project, Text) = (project, text);
        Organisations = project.Organisations.Select(named => Plain(record.OrganisationName(named))).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        First = project.Start!.Value.First;
        Last = project.End?.Last ?? First.AddYears(UnknownLengthInYears);
        if (Last < First) Last = First;

        // Sums of different currencies are not added; what is in more than one cannot be compared.
        if (budgets.GroupBy(one => one.Currency).ToList() is [var only]) (Currency, Budget) = (only.Key, only.Sum(one => one.Amount));
    }

    internal Project Project { get; }

    internal IReadOnlyDictionary<string, double> Text { get; }

    internal IReadOnlySet<string> Organisations { get; }

    internal DateOnly First { get; }

    internal DateOnly Last { get; }

    internal string? Currency { get; }

    internal decimal Budget { get; }

    private static string Plain(string name) => new([.. name.Normalize(System.Text.NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture).Where(char.IsLetterOrDigit)]);
}
