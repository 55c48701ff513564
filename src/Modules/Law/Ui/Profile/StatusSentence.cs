using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;

namespace Noroshi.Law.Ui.Profile;

/// <summary>Says how two states stand to an instrument, with the records both statuses rest on.</summary>
internal sealed class StatusSentence(LawLabels labels, IStringLocalizer<LawProfileText> text, DateOnly day)
{
    internal ProfileFact Of(LawProfile.Pair pair)
    {
        var instrument = pair.Instrument;
        var proven = Both(instrument, pair.Ours?.Provenance, pair.Theirs?.Provenance);
        return new ProfileFact(
            pair.Bound == Truth.Unknown ? text["Uncertain", LawLabels.NameOf(instrument), instrument.Id] : text["Instrument", LawLabels.NameOf(instrument), instrument.Id],
            proven.Source)
        {
            Detail = string.Join(" · ", new[] { Side(instrument, pair.Ours), Side(instrument, pair.Theirs), AgreementSide(pair), Verified(instrument) }.Where(part => part.Length > 0)),
            AsOf = proven.AsOf,
            Confidence = proven.Confidence,
            Href = $"/law/instruments/{instrument.Id}?on={LawVerb.Write(day)}&basis={StatusWords.InForce}",
        };
    }

    private string Side(Instrument instrument, StateStatus? status) => status is null
        ? ""
        : status is { Status: PartyStatus.NotBound, Provenance: null }
            ? text[instrument.States == Extent.Full ? "NotBound" : "NothingRecorded", labels.State(status.State)]
            : status.Since is { } since
                ? text[status.Status == PartyStatus.Party ? "SideSince" : "SideDated", labels.State(status.State), labels.Of(status, instrument), labels.Date(since)]
                : text["Side", labels.State(status.State), labels.Of(status, instrument)];

    private string AgreementSide(LawProfile.Pair pair) => !pair.Instrument.IsAgreement
        ? ""
        : (string)(pair.Instrument.InForce is { } since ? text["AgreementSince", labels.Of(pair.Instrument.Kind), labels.Day(since)] : text["AgreementUndated", labels.Of(pair.Instrument.Kind)])
          + (pair.Instrument.Sides.Contains(StateIndex.Union) ? " · " + labels["ViaUnion"] : "");

    private string Verified(Instrument instrument) => instrument.VerifiedUntil is { } until && day > until ? text["NotVerifiedAfter", LawVerb.Write(until)] : "";

    /// <summary>What rests on two records is as old as the older and as sure as the less sure of them.</summary>
    private static Provenance Both(Instrument instrument, Provenance? one, Provenance? other) => (one, other) switch
    {
        (null, null) => instrument.Provenance,
        ({ } only, null) => only,
        (null, { } only) => only,
        ({ } a, { } b) => new Provenance(
            a.Source == b.Source ? a.Source : $"{a.Source} / {b.Source}",
            a.AsOf is { } left && b.AsOf is { } right ? (left < right ? left : right) : null,
            a.Confidence > b.Confidence ? a.Confidence : b.Confidence),
    };
}
