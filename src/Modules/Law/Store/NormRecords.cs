using Noroshi.Law.Domain;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Law.Store;

/// <summary>Evidence and judgements on norms in the record store; rows are added, none is changed.</summary>
internal sealed class NormRecords(RecordStore records, NodeOptions options, TimeProvider clock)
{
    /// <summary>What the owners recorded (null: everybody) about one norm or, where none is named, all.</summary>
    internal async Task<NormEntries> ReadAsync(IReadOnlySet<string>? owners, string? norm, CancellationToken cancel)
    {
        var evidence = await records.QueryAsync<EvidenceRow>($"{EvidenceRow.Select} WHERE @norm IS NULL OR e.norm = @norm", new { norm }, cancel);
        var assessments = await records.QueryAsync<AssessmentRow>($"{AssessmentRow.Select} WHERE @norm IS NULL OR norm = @norm", new { norm }, cancel);
        return new NormEntries(
            [.. evidence.Where(row => owners is null || owners.Contains(row.Owner)).Select(row => row.ToEvidence())],
            [.. assessments.Where(row => owners is null || owners.Contains(row.Owner)).Select(row => row.ToAssessment())]);
    }

    /// <summary>One piece of evidence, whosever it is; null when there is none of that number.</summary>
    internal async Task<Evidence?> FindAsync(string norm, long number, CancellationToken cancel) =>
        (await records.FirstAsync<EvidenceRow>($"{EvidenceRow.Select} WHERE e.norm = @norm AND e.number = @number", new { norm, number }, cancel))?.ToEvidence();

    /// <summary>Keeps evidence and returns its number. The same form again changes nothing: its number, and <c>IsNew</c> false.</summary>
    internal Task<(long Number, bool IsNew)> AddAsync(NewEvidence evidence, string owner, Actor by, string byName, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync("law.norms", cancel);
            var kept = await transaction.FirstAsync<long?>("SELECT number FROM law_norm_evidence WHERE owner = @owner AND form_key = @Key", new { owner, evidence.Key }, cancel);
            if (kept is { } before) return (before, false);
            var number = 1 + await transaction.FirstAsync<long>("SELECT COALESCE(MAX(number), 0) FROM law_norm_evidence WHERE norm = @Norm", new { evidence.Norm }, cancel);
            await transaction.ExecuteAsync(
                """
                INSERT INTO law_norm_evidence (norm, number, owner, day, statement, words, source, kind, reference, form_key, is_exercise, recorded_at, recorded_by, recorded_name)
                VALUES (@Norm, @number, @owner, @Day, @Statement, @Words, @Source, @kind, @Reference, @Key, @exercise, @now, @by, @byName)
                """,
                new { evidence.Norm, number, owner, evidence.Day, evidence.Statement, evidence.Words, evidence.Source, kind = evidence.Kind.ToString(), evidence.Reference, evidence.Key, exercise = options.Exercise, now = clock.GetUtcNow(), by = by.Id, byName },
                cancel);
            return (number, true);
        },
        cancel);

    /// <summary>Marks evidence as withdrawn; false when it was withdrawn before.</summary>
    internal async Task<bool> WithdrawAsync(string norm, long number, string reason, Actor by, string byName, CancellationToken cancel) => await records.ExecuteAsync(
        """
        INSERT INTO law_norm_withdrawal (norm, number, reason, withdrawn_at, withdrawn_by, withdrawn_name)
        VALUES (@norm, @number, @reason, @now, @by, @byName) ON CONFLICT (norm, number) DO NOTHING
        """,
        new { norm, number, reason, now = clock.GetUtcNow(), by = by.Id, byName },
        cancel) == 1;

    /// <summary>Keeps a judgement and returns its number; null when somebody judged since the author looked.</summary>
    internal Task<long?> AssessAsync(NewAssessment assessment, string owner, Actor by, string byName, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync("law.norms", cancel);
            var last = await transaction.FirstAsync<long>("SELECT COALESCE(MAX(number), 0) FROM law_norm_assessment WHERE norm = @Norm AND owner = @owner", new { assessment.Norm, owner }, cancel);
            if (last != assessment.Version) return (long?)null;
            await transaction.ExecuteAsync(
                """
                INSERT INTO law_norm_assessment (norm, owner, number, level, as_of, reason, said_by, is_exercise, recorded_at, recorded_by, recorded_name)
                VALUES (@Norm, @owner, @number, @level, @AsOf, @Reason, @SaidBy, @exercise, @now, @by, @byName)
                """,
                new { assessment.Norm, owner, number = last + 1, level = assessment.Level.ToString(), assessment.AsOf, assessment.Reason, assessment.SaidBy, exercise = options.Exercise, now = clock.GetUtcNow(), by = by.Id, byName },
                cancel);
            return last + 1;
        },
        cancel);
}
