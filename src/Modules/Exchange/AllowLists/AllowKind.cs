namespace Noroshi.Exchange.AllowLists;

/// <summary>How the entries of an allow list are compared.</summary>
internal enum AllowKind
{
    /// <summary>Blocks of addresses.</summary>
    Cidr,

    /// <summary>The name itself, and every name below it.</summary>
    Hostname,

    /// <summary>The same value, either case: hashes, addresses, other values.</summary>
    Text,

    /// <summary>A part of the value.</summary>
    Substring,
}
