using System.Globalization;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;

namespace Noroshi.Law.Ui;

/// <summary>Says statuses, kinds, states and dates in the language of the request.</summary>
internal sealed class LawLabels(IStringLocalizer<LawText> text, IStateNames names)
{
    internal string this[string key] => text[key];

    internal static bool Japanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    internal string Of(StateStatus status) => text["Status_" + StatusWords.Of(status)];

    /// <summary>The same as one says it of the instrument: a regulation has no Parties, and an agreement is in force or not.</summary>
    internal string Of(StateStatus status, Instrument instrument) => (status.Status, instrument.Kind) switch
    {
        (PartyStatus.Party, InstrumentKind.Regulation) => text["Status_bound"],
        (PartyStatus.Party, _) when instrument.IsAgreement => text["InForceNow"],
        _ => Of(status),
    };

    internal string Of(PartyStatus status) => text["Status_" + StatusWords.Of(status)];

    internal string Of(CountingBasis basis) => text["Basis_" + StatusWords.Of(basis)];

    internal string Of(InstrumentKind kind) => text["Kind_" + LawWords.Of(kind)];

    internal string Of(Truth truth) => text["Truth_" + truth];

    internal string State(CountryCode code) => code.IsKnown ? names.NameOf(code, CultureInfo.CurrentUICulture) : text["WholeInstrument"];

    internal static string NameOf(Instrument instrument) => Japanese ? instrument.NameJa : instrument.NameEn;

    internal static string NameOf(Offence offence) => Japanese ? offence.Ja : offence.En;

    /// <summary>A date or window as recorded; says so where none is.</summary>
    internal string Date(EventDate? date) => date?.ToString().Replace("/", " – ", StringComparison.Ordinal) ?? text["NotRecorded"];

    internal string Day(DateOnly? day, string missing = "NotRecorded") => day is { } known ? LawVerb.Write(known) : text[missing];

    internal string Article(string article) => article switch
    {
        "*" => text["AnyArticle"],
        "other" => text["OtherArticle"],
        _ => article.Replace(";", "; ", StringComparison.Ordinal),
    };

    /// <summary>What is asked: the day, the basis, and the day of knowledge where there is one.</summary>
    internal string Lead(PageAsk ask) => ask.KnownAt is { } knownAt
        ? text["AskedLeadKnown", LawVerb.Write(ask.On), Of(ask.Basis), LawVerb.Write(knownAt)]
        : text["AskedLead", LawVerb.Write(ask.On), Of(ask.Basis)];

    /// <summary>Says a change in a few words.</summary>
    internal string What(Change change) => change.TextKind.Length == 0 ? text["What_" + change.What] : text["What_" + change.What, text["TextKind_" + change.TextKind].Value];
}
