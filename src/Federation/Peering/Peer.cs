using System.Text.Json;

namespace Noroshi.Federation;

/// <summary>A node of another state as this node knows it.</summary>
internal sealed class Peer
{
    private NodeDocument? _node;
    private Agreement? _rules;

    public string NodeId { get; init; } = "";

    public string State { get; init; } = "";

    public string NameEn { get; init; } = "";

    public string NameJa { get; init; } = "";

    /// <summary>Where it is reached; null when only it calls.</summary>
    public string? Url { get; init; }

    /// <summary>Its description as it signed it; checked before it was kept.</summary>
    public string Document { get; init; } = "";

    /// <summary>
    /// The pin of the certificate it showed when it last introduced itself: its calls are known by it. Pins that it only names prove nothing; they
    /// could be another's.
    /// </summary>
    public string Pin { get; init; } = "";

    public long Revision { get; init; }

    public string Ours { get; init; } = "";

    public string Theirs { get; init; } = "";

    /// <summary>What of ours the peer is known to have been told.</summary>
    public string? Told { get; init; }

    public string Agreement { get; init; } = "";

    public DateTimeOffset AddedAt { get; init; }

    public string AddedBy { get; init; } = "";

    public DateTimeOffset? ConfirmedAt { get; init; }

    public string? ConfirmedBy { get; init; }

    /// <summary>The peer's last signed statement about us.</summary>
    public string? TheirWord { get; init; }

    public DateTimeOffset? TheirWordAt { get; init; }

    /// <summary>Number of our last statement about it.</summary>
    public long Said { get; init; }

    /// <summary>Number of its last statement about us.</summary>
    public long TheirNumber { get; init; }

    public DateTimeOffset? LastHeardAt { get; init; }

    public string? LastFailure { get; init; }

    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>By how many milliseconds its clock is ahead of ours, at the last exchange.</summary>
    public long? ClockAheadMs { get; init; }

    internal Standing OurStanding => Enum.Parse<Standing>(Ours);

    internal Standing TheirStanding => Enum.Parse<Standing>(Theirs);

    internal bool IsActive => OurStanding == Standing.Confirmed && TheirStanding == Standing.Confirmed;

    internal NodeDocument Node => _node ??= JsonSerializer.Deserialize<NodeDocument>(Jws.Payload(Document))!;

    internal Agreement Rules => _rules ??= Federation.Agreement.Read(Agreement);

    internal Fingerprint Fingerprint => Fingerprint.Of(Node);

    /// <summary>How the two sides stand, in one word: active, pending, suspended, revoked.</summary>
    internal string Status => IsActive ? "active"
        : OurStanding == Standing.Revoked || TheirStanding == Standing.Revoked ? "revoked"
        : OurStanding == Standing.Suspended || TheirStanding == Standing.Suspended ? "suspended"
        : "pending";
}
