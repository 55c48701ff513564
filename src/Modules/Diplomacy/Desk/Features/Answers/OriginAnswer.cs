using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>Where a line comes from, as JSON.</summary>
/// <remarks>
/// <c>Entry</c>: Id and version of the entry; null for reviewed reference data.
/// </remarks>
internal sealed record OriginAnswer(string Source, string? AsOf, string Confidence, string? Note, string? Entry, long? Version, bool Exercise)
{
    internal static OriginAnswer Of(Origin origin) => new(
        origin.Provenance.Source, origin.Provenance.AsOf?.ToString(), origin.Provenance.Confidence.ToString(), BothTexts.Said(origin.Note), origin.Stamp?.Entry, origin.Stamp?.Version, origin.Stamp?.IsExercise == true);
}
