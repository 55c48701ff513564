namespace Noroshi.Shell.Access;

/// <summary>What an API token is good for; an endpoint names the one it asks for.</summary>
public enum TokenScope
{
    /// <summary>Reads what its organisation may read.</summary>
    Read,

    /// <summary>Brings data in for its organisation.</summary>
    Import,

    /// <summary>Administers the node.</summary>
    Admin,
}
