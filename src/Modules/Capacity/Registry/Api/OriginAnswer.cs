using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>Where a line comes from and how far it may travel, as JSON.</summary>
internal sealed record OriginAnswer(string Source, string? AsOf, string Confidence, string? Note, string Marking, string Language, string Entry, long Version, bool Exercise)
{
    internal static readonly string[] Columns = ["entry", "version", "marking", "exercise", "note", "source", "as_of", "confidence"];

    internal static OriginAnswer Of(Origin one) => new(
        one.Provenance.Source, one.Provenance.AsOf?.ToString(), one.Provenance.Confidence.ToString(), one.Note.Length > 0 ? one.Note : null, one.Marking.Label(), one.Language, one.Stamp.Entry, one.Stamp.Version, one.Stamp.IsExercise);

    /// <summary>The cells under <see cref="Columns"/>.</summary>
    internal object?[] Cells() => [Entry, Version, Marking, Exercise ? "EXERCISE" : "", Note, Source, AsOf, Confidence];
}
