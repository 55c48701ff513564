namespace Noroshi.Stix;

/// <summary>What a validation found; of very many findings the first are kept and all are counted.</summary>
public sealed class StixReport
{
    /// <summary>How many errors, and how many warnings, are kept.</summary>
    public const int Kept = 10_000;

    private readonly List<StixFinding> _errors = [];
    private readonly List<StixFinding> _warnings = [];

    /// <summary>Objects looked at, without envelopes.</summary>
    public long Objects { get; internal set; }

    /// <summary>Breaches of what MUST be; the first <see cref="Kept"/>.</summary>
    public IReadOnlyList<StixFinding> Errors => _errors;

    /// <summary>Breaches of what SHOULD be; the first <see cref="Kept"/>.</summary>
    public IReadOnlyList<StixFinding> Warnings => _warnings;

    /// <summary>All errors.</summary>
    public long ErrorCount { get; private set; }

    /// <summary>All warnings.</summary>
    public long WarningCount { get; private set; }

    /// <summary>All warnings but those that nobody can hold against the producer, see <see cref="IsDoubtful"/>.</summary>
    public long FirmWarningCount { get; private set; }

    /// <summary>Nothing that MUST be is missing.</summary>
    public bool IsValid => ErrorCount == 0;

    /// <summary>Nothing that MUST or SHOULD be is missing; an identifier that cannot be recomputed does not count.</summary>
    public bool IsStrictlyValid => IsValid && FirmWarningCount == 0;

    /// <summary>
    /// True for <c>id-recompute</c>: a UUIDv5 that differs from ours is wrong or made under another namespace, which section 2.9 allows, and nobody can tell which.
    /// </summary>
    public static bool IsDoubtful(StixFinding warning) => warning.Rule == "id-recompute";

    internal void Error(StixFinding finding)
    {
        if (ErrorCount++ < Kept) _errors.Add(finding);
    }

    internal void Warn(StixFinding finding)
    {
        if (WarningCount++ < Kept) _warnings.Add(finding);
        if (!IsDoubtful(finding)) FirmWarningCount++;
    }
}
