using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>The words of choices; codes are those of the IATI codelists, copied from the OECD DAC where it has them.</summary>
internal static class FieldWords
{
    internal static readonly IReadOnlyList<string> Markings = [.. Enum.GetValues<Tlp>().Select(Of)];

    internal static readonly IReadOnlyList<string> Confidences = Enum.GetNames<Confidence>();

    internal static readonly IReadOnlyList<string> Kinds = [.. Enum.GetValues<EntryKind>().Select(Of)];

    /// <summary>IATI ActivityStatus.</summary>
    internal static readonly IReadOnlyList<string> Statuses = ["1", "2", "3", "4", "5", "6"];

    /// <summary>IATI TiedStatus: 3 partially tied, 4 tied, 5 untied.</summary>
    internal static readonly IReadOnlyList<string> Tied = ["3", "4", "5"];

    /// <summary>IATI FlowType, those in use.</summary>
    internal static readonly IReadOnlyList<string> Flows = ["10", "21", "22", "30", "36", "37", "40", "50"];

    /// <summary>IATI OrganisationType, those that give or do.</summary>
    internal static readonly IReadOnlyList<string> OrganisationTypes = ["10", "11", "15", "21", "22", "23", "30", "40", "60", "70", "80", "90"];

    /// <summary>IATI ResultType.</summary>
    internal static readonly IReadOnlyList<string> ResultTypes = ["1", "2", "3", "9"];

    internal static readonly IReadOnlyList<string> MoneyTypes = ["budget", "planned", "commitment", "disbursement", "expenditure"];

    internal static readonly IReadOnlyList<string> Priorities = ["1", "2", "3"];

    internal static readonly IReadOnlyList<string> YesNo = ["yes", "no"];

    internal static readonly IReadOnlyList<string> Directions = ["rising", "falling"];

    internal static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The kind, or null for any other word.</summary>
    internal static EntryKind? Kind(string? word) => word is not null && Kinds.Contains(word) ? Enum.Parse<EntryKind>(word, ignoreCase: true) : null;
}
