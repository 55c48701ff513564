using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>How probable each choice of a state is; together 1.</summary>
internal readonly record struct Chances(double Yes, double Abstain, double No)
{
    /// <summary>The choice that is most probable, yes before abstain before no where they are level.</summary>
    internal Choice Likeliest => Yes >= Abstain && Yes >= No ? Choice.Yes : Abstain >= No ? Choice.Abstain : Choice.No;

    /// <summary>The probability of one choice.</summary>
    internal double Of(Choice choice) => choice switch { Choice.Yes => Yes, Choice.Abstain => Abstain, _ => No };

    /// <summary>A choice that is taken as given; null for a state that does not take part.</summary>
    internal static Chances Given(Choice? choice) => choice switch
    {
        Choice.Yes => new(1, 0, 0),
        Choice.No => new(0, 0, 1),
        // To be absent and to abstain count the same: neither yes nor no.
        _ => new(0, 1, 0),
    };
}
