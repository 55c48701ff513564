using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Features;

/// <summary>The figures above a view; <paramref name="Hidden"/> when they rest on too few sources to show.</summary>
internal sealed record TotalsAnswer(Totals Totals, bool Hidden);
