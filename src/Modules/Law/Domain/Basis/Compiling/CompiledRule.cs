namespace Noroshi.Law.Domain;

/// <summary>A rule read once: its condition as a tree and as masks, its places, and what its effect does to other rules.</summary>
internal sealed class CompiledRule
{
    private readonly Rule _rule = null!;

    public required Rule Rule
    {
        get => _rule;
        init => (_rule, Excludes, HasAlternative) = (value, value is { Kind: "reservation_hook", Effect: "exclude" }, value.Value.Contains('|', StringComparison.Ordinal));
    }

    public required RuleKind Kind { get; init; }

    /// <summary>The condition as written; null for an event of the register, which is no question about a case.</summary>
    public required Condition? When { get; init; }

    public required CompiledCondition? Compiled { get; init; }

    public required IReadOnlyList<Provision> Provisions { get; init; }

    /// <summary>Places that the value names: what a precedence rule sets aside, what a closed list leaves open.</summary>
    public required IReadOnlyList<Provision> Named { get; init; }

    /// <summary>Set of offences that a threshold or scope asks for; null for none.</summary>
    public required OffenceSet? Set { get; init; }

    /// <summary>True where the condition itself says which side must be bound (Art. 32), so that the instrument need not bind both.</summary>
    public required bool SaysWhoIsBound { get; init; }

    /// <summary>True where the condition itself asks whether the ground of a refusal is there, so that the refusal can be known to apply.</summary>
    public required bool AsksGround { get; init; }

    public string Effect => Rule.Effect;

    /// <summary>Sets aside the places that <see cref="Named"/> lists, for as long as it holds.</summary>
    public bool Displaces => Kind == RuleKind.Precedence && Effect == "not_apply";

    /// <summary>Says which treaty to use first, and so opens it as a basis.</summary>
    public bool OpensTreaty => Kind == RuleKind.Precedence && Effect == "use_first";

    /// <summary>No other ground of refusal than those it names, or than its own.</summary>
    public bool ClosesList => Kind == RuleKind.Refusal && Effect is "closed_list" or "may_withhold";

    /// <summary>Takes the entitlements of its own measure away while it holds.</summary>
    public bool Bars => (Kind == RuleKind.ReservationHook && Effect == "not_available") || (Kind == RuleKind.Prohibition && Effect == "no_basis");

    /// <summary>Takes them away for the kind of data that its value names.</summary>
    public bool Excludes { get; private init; }

    /// <summary>Leaves one channel only of those within the paragraph it belongs to.</summary>
    public bool ForcesChannel => Kind == RuleKind.ReservationHook && Effect == "force_channel";

    /// <summary>Gives a right to ask or to act.</summary>
    public bool IsBasis => Kind == RuleKind.Entitlement || OpensTreaty || (Kind == RuleKind.Fallback && Effect == "diplomatic_channel");

    /// <summary>The rule's limit of offences: those of <see cref="Set"/>.</summary>
    public bool LimitsOffences => Set is not null && Effect is "offence_threshold" or "offences";

    /// <summary>The limit leaves other offences under a condition that is not asked here.</summary>
    public bool HasAlternative { get; private init; }
}
