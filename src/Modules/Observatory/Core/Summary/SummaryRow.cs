using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Core;

/// <summary>One line of the answer.</summary>
/// <param name="Key">Joined fields in the order asked for; <c>unknown</c> where a field is not known.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Events">Records in that unit.</param>
/// <param name="Sources">Distinct source addresses.</param>
internal sealed record SummaryRow(string Key, CountingUnit Unit, long Events, long Sources);
