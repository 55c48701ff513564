using Noroshi.Law.Domain;

namespace Noroshi.Law.Features;

/// <summary>Who stands how to an instrument on a day, as JSON.</summary>
/// <remarks>
/// <c>Uncertain</c>: States of which the records do not tell; the number of Parties may be higher by so many.<br/>
/// <c>Recorded</c>: <c>full</c>, <c>partial</c> or <c>none</c>: whether the events of every state are recorded.<br/>
/// <c>Verification</c>: Null while the day is covered; else says since when nothing was verified.
/// </remarks>
internal sealed record StatusAnswer(
    string Instrument,
    string On,
    string Basis,
    string? KnownAt,
    int Parties,
    int Signatories,
    int Invited,
    int Uncertain,
    string Recorded,
    string? VerifiedUntil,
    string? Verification,
    string? Ended,
    IReadOnlyList<StatusAnswer.Line> States,
    IReadOnlyList<StatusAnswer.Line> Territories,
    IReadOnlyList<StatusAnswer.Remark> Remarks)
{
    /// <summary>One state; <c>since</c> may be a window <c>a/b</c>, a month, or null where no date is recorded.</summary>
    internal sealed record Line(string State, string Status, string? Since, string? Confidence, string? Source, string? AsOf, string? Note, string? PartOf, bool Computed)
    {
        internal static Line Of(StateStatus status) => new(
            status.State.ToString(),
            StatusWords.Of(status),
            status.Since?.ToString(),
            status.Provenance?.Confidence.ToString(),
            status.Provenance?.Source,
            status.Provenance?.AsOf?.ToString(),
            status.Note.Length == 0 ? null : status.Note,
            status.TerritoryOf.IsKnown ? status.TerritoryOf.ToString() : null,
            status.IsComputed);
    }

    /// <summary>A note on the instrument as a whole.</summary>
    internal sealed record Remark(string? Date, string Text, string Source, string Confidence);

    internal static StatusAnswer Of(StatusList list) => new(
        list.Instrument.Id,
        LawVerb.Write(list.On),
        StatusWords.Of(list.Basis),
        list.KnownAt is { } knownAt ? LawVerb.Write(knownAt) : null,
        list.Parties,
        list.Signatories,
        list.Invited,
        list.Uncertain,
        list.Instrument.States.ToString().ToLowerInvariant(),
        list.Instrument.VerifiedUntil is { } until ? LawVerb.Write(until) : null,
        VerificationOf(list),
        list.Instrument.Ended is { } ended ? LawVerb.Write(ended) : null,
        [.. list.States.Select(Line.Of)],
        [.. list.Territories.Select(Line.Of)],
        [.. list.Remarks.Select(remark => new Remark(remark.Date?.ToString(), remark.Note.Length > 0 ? remark.Note : remark.Provenance.Source, remark.Provenance.Source, remark.Provenance.Confidence.ToString()))]);

    private static string? VerificationOf(StatusList list) => !list.IsBeyondVerification
        ? null
        : list.Instrument.VerifiedUntil is { } until ? $"not verified after {LawVerb.Write(until)}" : "the day of the last check is not recorded";
}
