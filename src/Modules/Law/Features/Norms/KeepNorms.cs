using System.Globalization;
using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Law.Domain;
using Noroshi.Law.Store;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Law.Features;

/// <summary>Gives and withdraws evidence and judges norms, each for one's own organisation and recorded in the audit log.</summary>
internal sealed class KeepNorms(NormRecords records, ReadNorms reading, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Keeps the evidence; its number within the norm.</summary>
    internal async Task<long> GiveAsync(ClaimsPrincipal person, NewEvidence evidence, CancellationToken cancel)
    {
        var (number, isNew) = await records.AddAsync(evidence, Owner(person), Actor.Of(person), person.DisplayName(), cancel);
        if (isNew) await RecordAsync(person, "law.norm.evidence.add", $"norm-evidence:{evidence.Norm}-{Write(number)}", true, [("kind", NormWords.Of(evidence.Kind)), ("day", LawVerb.Write(evidence.Day))], cancel);
        return number;
    }

    /// <summary>Marks evidence as withdrawn, where the person may.</summary>
    internal async Task<WithdrawalOutcome> WithdrawAsync(ClaimsPrincipal person, string norm, long number, string reason, CancellationToken cancel)
    {
        if (await reading.FindAsync(person, norm, number, cancel) is not { } evidence) return WithdrawalOutcome.Unknown;
        var outcome = !person.MayWithdraw(evidence) ? WithdrawalOutcome.NotYours
            : await records.WithdrawAsync(norm, number, reason, Actor.Of(person), person.DisplayName(), cancel) ? WithdrawalOutcome.Done : WithdrawalOutcome.Before;
        await RecordAsync(person, "law.norm.evidence.withdraw", "norm-evidence:" + evidence.Id, outcome == WithdrawalOutcome.Done, [("owner", evidence.Owner)], cancel);
        return outcome;
    }

    /// <summary>Keeps the judgement; its number. Null when somebody of the organisation judged since the person looked.</summary>
    internal async Task<long?> AssessAsync(ClaimsPrincipal person, NewAssessment assessment, CancellationToken cancel)
    {
        var number = await records.AssessAsync(assessment, Owner(person), Actor.Of(person), person.DisplayName(), cancel);
        await RecordAsync(person, "law.norm.assess", "norm:" + assessment.Norm, number is not null, [("level", NormWords.Of(assessment.Level)), ("asOf", LawVerb.Write(assessment.AsOf)), ("version", Write(assessment.Version))], cancel);
        return number;
    }

    private Task RecordAsync(ClaimsPrincipal person, string act, string subject, bool succeeded, (string Key, string Value)[] details, CancellationToken cancel) => audit.RecordAsync(
        new AuditEvent(clock.GetUtcNow(), act, person.UserId(), person.OrganisationId(), subject, succeeded, details.ToDictionary(detail => detail.Key, detail => detail.Value)),
        cancel);

    private static string Owner(ClaimsPrincipal person) => person.OrganisationId() ?? throw new InvalidOperationException("An entry needs an owner, and the caller has no organisation.");

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
