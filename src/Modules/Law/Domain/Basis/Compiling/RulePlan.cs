namespace Noroshi.Law.Domain;

/// <summary>Every rule that speaks when one measure is asked for, in the order of the table, grouped by instrument.</summary>
internal sealed class RulePlan
{
    public required Measure Measure { get; init; }

    public required CompiledRule[] Rules { get; init; }

    public required InstrumentRules[] Instruments { get; init; }

    /// <summary>Instruments of the book of which no rule speaks to the measure.</summary>
    public required Instrument[] Without { get; init; }

    /// <summary>Positions of the rules whose limit of offences must be asked.</summary>
    public required int[] Sets { get; init; }

    /// <summary>Whether the rule is about the measure itself and not about mutual assistance in general.</summary>
    public bool IsOwn(CompiledRule rule) => rule.Rule.Measure == Measure.Id;
}
