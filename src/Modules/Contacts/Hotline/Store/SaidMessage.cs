using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Hotline;

/// <summary>A message as this node keeps it.</summary>
internal sealed record SaidMessage
{
    /// <summary>Id given by the sender's outbox, the same on both sides.</summary>
    public string Id { get; init; } = "";

    public string Conversation { get; init; } = "";

    /// <summary>True where this side said it.</summary>
    public bool Outgoing { get; init; }

    public long Number { get; init; }

    /// <summary>Word of <see cref="Class"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Word of <see cref="Precedence"/>.</summary>
    public string Urgency { get; init; } = "";

    /// <summary>TLP label.</summary>
    public string Marking { get; init; } = "";

    public string Subject { get; init; } = "";

    public string TextJa { get; init; } = "";

    public string TextEn { get; init; } = "";

    public bool Attributes { get; init; }

    public string FunctionJa { get; init; } = "";

    public string FunctionEn { get; init; } = "";

    public string OrganisationJa { get; init; } = "";

    public string OrganisationEn { get; init; } = "";

    /// <summary>When the sender says it was said.</summary>
    public DateTimeOffset SaidAt { get; init; }

    /// <summary>When it was kept here.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    public string Digest { get; init; } = "";

    /// <summary>Canonical JSON over which the digest is.</summary>
    public string Statement { get; init; } = "";

    /// <summary>Compact JWS of the sender; null for own messages.</summary>
    public string? Proof { get; init; }

    /// <summary>User id, for own messages.</summary>
    public string? Author { get; init; }

    /// <summary>Key of the form it was written in, so that a form sent twice is said once; only written, never read.</summary>
    public string? FormKey { get; init; }

    internal MessageClass Class => HotlineWords.Class(Kind)!.Value;

    internal Precedence Precedence => HotlineWords.PrecedenceOf(Urgency)!.Value;

    internal Tlp Tlp => TlpLabel.TryParse(Marking, out var marking) ? marking : Tlp.Red;

    internal BothLanguages Text => new(TextJa, TextEn);

    internal BothLanguages Function => new(FunctionJa, FunctionEn);

    internal BothLanguages Organisation => new(OrganisationJa, OrganisationEn);

    /// <summary>What people call it: JP-1.</summary>
    internal string Label(string ownState, string peerState) => string.Create(CultureInfo.InvariantCulture, $"{(Outgoing ? ownState : peerState)}-{Number}");

    internal static SaidMessage Of(string id, string conversation, bool outgoing, MessageContent content, DateTimeOffset recordedAt, string? proof, string? author) => new()
    {
        Id = id,
        Conversation = conversation,
        Outgoing = outgoing,
        Number = content.Number,
        Kind = HotlineWords.Of(content.Class),
        Urgency = HotlineWords.Of(content.Precedence),
        Marking = content.Marking.Label(),
        Subject = content.Subject,
        TextJa = content.Text.Ja,
        TextEn = content.Text.En,
        Attributes = content.Attributes,
        FunctionJa = content.Function.Ja,
        FunctionEn = content.Function.En,
        OrganisationJa = content.Organisation.Ja,
        OrganisationEn = content.Organisation.En,
        SaidAt = content.At,
        RecordedAt = recordedAt,
        Digest = content.Digest,
        Statement = content.Statement,
        Proof = proof,
        Author = author,
    };
}
