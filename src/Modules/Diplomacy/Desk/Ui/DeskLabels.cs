using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Ui;

/// <summary>Says states, dates, kinds and stances in the language of the request.</summary>
internal sealed class DeskLabels(IStringLocalizer<DeskText> text, IStateNames names)
{
    private static readonly ResourceManager _text = new(typeof(DeskText));

    internal static bool Japanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    internal string State(CountryCode code) => code.IsKnown ? names.NameOf(code, CultureInfo.CurrentUICulture) : text["NotRecorded"];

    internal string States(IEnumerable<CountryCode> codes) => string.Join(text["ListComma"], codes.Select(State));

    /// <summary>Every recorded state and territory by its name.</summary>
    internal IReadOnlyList<CountryCode> AllStates => [.. names.Codes.OrderBy(State, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))];

    internal string Date(PartialDate? date) => date?.ToString() ?? text["DateUnknown"];

    /// <summary>From when to when, once where both are the same.</summary>
    internal string Dates(PartialDate? start, PartialDate? end) => (start, end) switch
    {
        (null, null) => text["DateUnknown"],
        (var from, var to) when from == to || to is null => Date(from),
        (null, var to) => text["UntilDate", to!.Value.ToString()],
        var (from, to) => $"{from} – {to}",
    };

    internal string Of(Period period) => period is { Since: null, Until: null } ? text["DateUnknown"] : $"{period.Since?.ToString() ?? text["DateUnknown"]} – {period.Until?.ToString() ?? ""}";

    internal string Of(Consensus consensus) => text["Consensus_" + EntryWords.Of(consensus)];

    internal string Of(CommitmentStatus status) => text["Status_" + EntryWords.Of(status)];

    internal string Of(EntryKind kind) => text["Kind_" + EntryWords.Of(kind)];

    internal string Of(SessionKind kind) => text["Session_" + EntryWords.Of(kind)];

    internal string ForumKind(string kind) => text["Forum_" + kind];

    internal string BodyKind(string kind) => text["Body_" + kind];

    internal string PaperKind(string kind) => text["Paper_" + kind];

    internal string ProposalKind(string kind) => text["Proposal_" + kind];

    internal string IncidentKind(string kind) => text["Incident_" + kind];

    internal string Theme(string theme) => text["Theme_" + theme];

    internal string Mode(string mode) => text[mode.Length == 0 ? "Mode_unknown" : "Mode_" + mode];

    internal string Group(string group) => text["Group_" + group];

    internal static string Stance(int stance) => stance.ToString("+0;−0;0", CultureInfo.InvariantCulture);

    /// <summary>How a stance looks; the figure says the same.</summary>
    internal static string Tone(int stance) => stance switch { > 0 => "stance-plus", < 0 => "stance-minus", _ => "stance-middle" };

    /// <summary>Who spoke: the state, or the organisation.</summary>
    internal string Speaker(Statement one) => one.State.IsKnown ? State(one.State) : one.Organisation.In(Japanese);

    /// <summary>Who promised: states, organisations, a group.</summary>
    internal string Parties(Commitment one) => string.Join(text["ListComma"], one.States.Select(State).Concat(one.Organisations).Concat(one.Group.Length > 0 ? [Group(one.Group)] : []));

    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    internal static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>What is wrong with a field of a form, in the language of the page; null when nothing is.</summary>
    internal string? Wrong(IEnumerable<WrongAskException> problems, FieldRule rule) => problems.FirstOrDefault(problem => problem.Parameter == rule.Name) is not { } found ? null
        : found.Wrong.EndsWith("is missing.", StringComparison.Ordinal) ? text["Wrong_missing"].Value
        : found.Wrong.StartsWith("Neither", StringComparison.Ordinal) ? text["Wrong_either", text["Field_" + rule.Name].Value, text["Field_" + rule.OrElse].Value].Value
        : text["Wrong_" + rule.Form.ToString().ToLowerInvariant()].Value;

    /// <summary>Names the kind of data that sharing rules open.</summary>
    internal static string SayKind() => Say("DataKind");

    internal static string Say(string key) => _text.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
