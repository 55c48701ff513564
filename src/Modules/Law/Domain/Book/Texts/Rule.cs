using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>One provision as a rule: when it speaks, and what it then says. One row of <c>data/law/rules.csv</c>.</summary>
/// <remarks>
/// <c>Instrument</c>: Instrument, a family such as <c>MLAT-JP-*</c>, or <c>COMITY</c>.<br/>
/// <c>Measure</c>: Measure it is about; <c>*</c> for all.<br/>
/// <c>Kind</c>: entitlement, content, condition, deadline, refusal, prohibition, duty, channel, confidentiality, reservation_hook, precedence, safeguard, scope, temporal, definition, fallback.<br/>
/// <c>When</c>: Condition in the language of <see cref="Term"/>.<br/>
/// <c>Verified</c>: True when read in the official text; an answer that rests on another says so.<br/>
/// <c>Line</c>: Line in the file, for errors that name file, row and column.
/// </remarks>
internal sealed record Rule(
    string Id,
    string Instrument,
    string Provision,
    string Measure,
    string Kind,
    string When,
    string Effect,
    string Value,
    string Unit,
    string ClockStart,
    string En,
    string Ja,
    bool Verified,
    Provenance Provenance,
    int Line);
