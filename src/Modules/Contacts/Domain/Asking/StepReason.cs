namespace Noroshi.Contacts.Domain;

/// <summary>Why a point is the next to try.</summary>
internal enum StepReason
{
    /// <summary>The point names it as its alternate.</summary>
    Alternate,

    /// <summary>Another point of the same function.</summary>
    SameFunction,

    /// <summary>Another function of that state that is open at the moment.</summary>
    OtherFunction,
}
