namespace Noroshi.Contacts.Hotline;

/// <summary>What one side said about a message of the other.</summary>
internal sealed record KeptReceipt
{
    public string Message { get; init; } = "";

    /// <summary>Word of <see cref="ReceiptKind"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>True where this side said it.</summary>
    public bool Outgoing { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public string FunctionJa { get; init; } = "";

    public string FunctionEn { get; init; } = "";

    public string OrganisationJa { get; init; } = "";

    public string OrganisationEn { get; init; } = "";

    /// <summary>User id, for own receipts.</summary>
    public string? Author { get; init; }

    /// <summary>Compact JWS of the other side, for theirs.</summary>
    public string? Proof { get; init; }

    internal ReceiptKind What => HotlineWords.Receipt(Kind)!.Value;

    internal BothLanguages Function => new(FunctionJa, FunctionEn);

    internal BothLanguages Organisation => new(OrganisationJa, OrganisationEn);
}
