namespace Noroshi.Exchange.Sharing;

/// <summary>The rules, by the names under which the documentation explains them.</summary>
internal enum ReleaseRule
{
    /// <summary>What is not plainly readable stays.</summary>
    Readable,

    /// <summary>Only members receive; an empty group means nobody.</summary>
    Membership,

    /// <summary>What a request laid down is kept.</summary>
    UseConditions,

    /// <summary>Two persons approve where the collection asks it.</summary>
    FourEyes,

    /// <summary>An unknown marking denies.</summary>
    UnknownMarking,

    /// <summary>A missing marking is treated as the collection says; otherwise it denies.</summary>
    MissingMarking,

    /// <summary>The ceiling of the collection.</summary>
    Ceiling,

    /// <summary>TLP:CLEAR.</summary>
    TlpClear,

    /// <summary>TLP:GREEN.</summary>
    TlpGreen,

    /// <summary>TLP:AMBER.</summary>
    TlpAmber,

    /// <summary>TLP:AMBER+STRICT.</summary>
    TlpAmberStrict,

    /// <summary>TLP:RED.</summary>
    TlpRed,

    /// <summary>Limits on use.</summary>
    Pap,

    /// <summary>Statements.</summary>
    Statement,

    /// <summary>Parts with closer markings are removed.</summary>
    Redaction,
}
