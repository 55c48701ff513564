namespace Noroshi.Shell.Access;

/// <summary>What a one-time link lets its holder do.</summary>
internal enum LinkPurpose
{
    /// <summary>Make the node's first organisation and administrator.</summary>
    SetUp,

    /// <summary>Choose the password of one person.</summary>
    Password,
}
