namespace Noroshi.Law.Domain;

/// <summary>What became of a rule in one question. Every rule that was looked at has exactly one.</summary>
internal enum Outcome : byte
{
    /// <summary>Its instrument does not bind both sides on the day.</summary>
    NotBound,

    /// <summary>It says how the register moves, nothing about a case.</summary>
    OfRegister,

    /// <summary>Its condition is not met.</summary>
    RuledOut,

    /// <summary>A rule of precedence sets it aside.</summary>
    Displaced,

    /// <summary>A reservation or prohibition takes it away.</summary>
    Barred,

    /// <summary>The offence is not one it reaches.</summary>
    OutOfScope,

    /// <summary>A closed list of grounds leaves it out.</summary>
    NotOnList,

    /// <summary>A declaration leaves another channel only.</summary>
    OtherChannel,

    /// <summary>A rule made for the measure says it more exactly.</summary>
    Yields,

    /// <summary>It may speak: something it depends on is not known.</summary>
    Possible,

    /// <summary>It speaks.</summary>
    Applies,
}
