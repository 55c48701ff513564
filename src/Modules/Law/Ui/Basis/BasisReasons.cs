using Noroshi.Kernel;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;

namespace Noroshi.Law.Ui.Basis;

/// <summary>Puts the reasons of an answer into words of the language of the request.</summary>
internal sealed class BasisReasons(BasisWords words, LegalAnswer answer, LegalRules rules)
{
    private string Day => LawVerb.Write(answer.Question.On);

    /// <summary>Why an instrument or a rule gives no basis.</summary>
    public string Of(WhyNot whyNot) => Of(whyNot.Reason, whyNot);

    /// <summary>Why a line is excluded, or what its being possible depends on; null where it simply applies.</summary>
    public string? Of(Line line)
    {
        if (line.Why is not { } why) return null;
        if (line.Status == LineStatus.Excluded) return why.Code == ReasonCode.ConditionNotMet ? words["Why_Excluded", words.Of(why.Because)] : Of(why, null);
        var open = why.Because.Where(each => each.Truth == Truth.Unknown).ToList();
        if (open.Count == 0) return why.By is null ? words["Why_Judged"] : words["Why_DependsBy", BasisWords.Of(why.By.Rule), BasisWords.Cite(why.By)];
        return why.By is { } by ? words["Why_DependsBy", words.Of(open), BasisWords.Cite(by)] : words["Why_Depends", words.Of(open)];
    }

    private string Of(Cause why, WhyNot? of) => why.Code switch
    {
        ReasonCode.NotInForce when why.Instrument?.InForce is { } since => words["Why_NotInForceSince", Day, LawVerb.Write(since)],
        ReasonCode.NotInForce => words["Why_NotInForce", Day, Entry(why.Instrument!)],
        ReasonCode.NotYetApplied => words["Why_NotYetApplied", LawVerb.Write(why.Instrument!.Applies!.Value)],
        ReasonCode.Ended => words["Why_Ended", LawVerb.Write(why.Instrument!.Ended!.Value)],
        ReasonCode.NotBound => words["Why_NotBound", Sides(why)],
        ReasonCode.OneSide => words["Why_OneSide", Sides(why)],
        ReasonCode.NoAgreement => words["Why_NoAgreement_" + of!.Instrument[..of.Instrument.IndexOf('-', StringComparison.Ordinal)], Day],
        ReasonCode.WouldBeBarred => words["Why_WouldBeBarred", BasisWords.Of(why.By!.Rule), words.Of(why.Because)],
        ReasonCode.ConditionNotMet => words["Why_ConditionNotMet", words.Of(why.Because)],
        ReasonCode.Displaced => words["Why_Displaced", BasisWords.Cite(why.By!), BasisWords.Of(why.By!.Rule)],
        ReasonCode.Barred or ReasonCode.OutOfScope or ReasonCode.NotOnList or ReasonCode.OtherChannel =>
            words["Why_" + why.Code, BasisWords.Cite(why.By!), BasisWords.Of(why.By!.Rule)],
        ReasonCode.Yields => words["Why_Yields", BasisWords.Cite(why.By!)],
        ReasonCode.Prohibited => words["Why_Prohibited", BasisWords.Of(why.By!.Rule)],
        _ => words["Why_" + why.Code],
    };

    // The register says it in English; in Japanese the rule of the book does.
    private string Entry(Instrument instrument) => rules.Rules.FirstOrDefault(rule => rule.Rule.Instrument == instrument.Id && rule.Effect == "in_force_when") is { } rule && BasisWords.Japanese
        ? rule.Rule.Ja
        : instrument.EntryRule;

    private string Sides(Cause why) => string.Join(words["Join"], why.Sides.Select(side => why.Instrument is { States: not Extent.Full } && side is { Status: PartyStatus.NotBound, Provenance: null }
        ? words["Why_NotRecorded", words.State(side.State)]
        : side.Status switch
        {
            PartyStatus.Signatory => words["Why_NotBoundSigned", words.State(side.State), Day],
            PartyStatus.Deposited => words["Why_NotBoundDeposited", words.State(side.State), Day, side.Since?.ToString() ?? ""],
            PartyStatus.Uncertain => words["Why_NotBoundUncertain", words.State(side.State), Day],
            _ => words["Why_NotBoundState", words.State(side.State), Day],
        }));
}
