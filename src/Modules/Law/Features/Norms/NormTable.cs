using Microsoft.AspNetCore.Http;
using Noroshi.Shell;

namespace Noroshi.Law.Features;

/// <summary>The register as one flat table: a line for each norm, each assessment and each piece of evidence.</summary>
internal static class NormTable
{
    private static readonly string[] _columns =
    [
        "norm", "paragraph", "entry", "id", "organisation", "date", "level", "current", "text", "words_of", "source", "confidence", "kind", "reference",
        "recorded_at", "recorded_by", "withdrawn_at", "withdrawn_by", "withdrawn_reason", "exercise",
    ];

    internal static IResult Download(NormAnswer.Register register, bool japanese) =>
        CsvTable.Download($"norms-{register.State}-{register.On}.csv", _columns, register.Norms.SelectMany(norm => Lines(norm, japanese)));

    private static IEnumerable<object?[]> Lines(NormAnswer norm, bool japanese)
    {
        yield return [norm.Id, norm.Paragraph, "norm", norm.Id, null, norm.AsOf, norm.Level, null, japanese ? norm.Ja : norm.En, null, norm.Source, norm.Confidence, null, null, null, null, null, null, null, null];
        foreach (var one in norm.Assessments)
            yield return [norm.Id, norm.Paragraph, "assessment", one.Number, one.Organisation, one.AsOf, one.Level, Flag(one.Current), one.Reason, one.SaidBy, null, null, null, null, one.RecordedAt, one.RecordedBy, null, null, null, Flag(one.Exercise)];
        foreach (var one in norm.Evidence)
            yield return [norm.Id, norm.Paragraph, "evidence", one.Id, one.Organisation, one.Day, null, null, one.Statement, one.Words, one.Source, null, one.Kind, one.Reference, one.RecordedAt, one.RecordedBy, one.WithdrawnAt, one.WithdrawnBy, one.WithdrawnReason, Flag(one.Exercise)];
    }

    private static string Flag(bool holds) => holds ? "Y" : "N";
}
