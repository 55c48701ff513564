using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>Where a line comes from and how far it may travel, as JSON.</summary>
/// <remarks>
/// <c>File</c>: The file it was imported from; null where it was entered.
/// </remarks>
internal sealed record OriginAnswer(string Source, string? AsOf, string Confidence, string? Note, string Marking, string Language, string Entry, long Version, bool Exercise, string? File)
{
    internal static readonly string[] Columns = ["entry", "version", "marking", "exercise", "note", "source", "as_of", "confidence", "file"];

    internal static OriginAnswer Of(Origin one) => new(
        one.Provenance.Source, one.Provenance.AsOf?.ToString(), one.Provenance.Confidence.ToString(), one.Note.Length > 0 ? one.Note : null, one.Marking.Label(), one.Language, one.Stamp.Entry, one.Stamp.Version, one.Stamp.IsExercise, one.IsImported ? one.File : null);

    /// <summary>The cells under <see cref="Columns"/>.</summary>
    internal object?[] Cells() => [Entry, Version, Marking, Exercise ? "EXERCISE" : "", Note, Source, AsOf, Confidence, File];
}
