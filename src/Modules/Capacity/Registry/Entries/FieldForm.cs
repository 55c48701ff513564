namespace Noroshi.Capacity.Registry;

/// <summary>What a field of an entry holds.</summary>
internal enum FieldForm
{
    Line,

    /// <summary>Several lines.</summary>
    Text,

    /// <summary>Day, month or year.</summary>
    Date,

    /// <summary>Day, month or year that has begun.</summary>
    PastDate,

    State,

    /// <summary>Codes separated by spaces or commas.</summary>
    States,

    /// <summary>One of the rule's words.</summary>
    Choice,

    Model,

    /// <summary>A line for each node that is scored.</summary>
    Scores,

    Topic,

    /// <summary>Codes of topics.</summary>
    Topics,

    /// <summary>A figure, which may be negative.</summary>
    Number,

    /// <summary>A sum of money; negative where it corrects.</summary>
    Amount,

    /// <summary>A whole number from 1.</summary>
    Count,

    /// <summary>Three letters (ISO 4217).</summary>
    Currency,

    /// <summary>Three digits, or a letter and two digits.</summary>
    Code,

    /// <summary>An identifier without spaces, as IATI writes it.</summary>
    Identifier,

    /// <summary>Names of organisations or ids of their entries, separated by semicolons.</summary>
    Names,

    /// <summary>Languages, two letters each.</summary>
    Languages,

    /// <summary>States with their share in percent: <c>PH 60; VN 40</c>.</summary>
    Recipients,

    /// <summary>Sectors with their share in percent: <c>CY04 60; CY19 40; 22040 100</c>.</summary>
    Sectors,

    /// <summary>An entry of the rule's kind.</summary>
    Reference,

    /// <summary>Entries of the rule's kind.</summary>
    References,
}
