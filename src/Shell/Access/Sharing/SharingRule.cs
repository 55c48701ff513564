using Noroshi.Contracts;

namespace Noroshi.Shell.Access;

/// <summary>One line of who shares what with whom inside the node. Exactly one of the two recipients is given.</summary>
public sealed record SharingRule
{
    public string Id { get; init; } = "";

    /// <summary>Whose data.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Which kind of data, for example <c>observatory.observations</c>.</summary>
    public required string DataKind { get; init; }

    /// <summary>Everybody of this organisation may read it.</summary>
    public string? ToOrganisation { get; init; }

    /// <summary>Everybody of this role, in whichever organisation, may read it.</summary>
    public Role? ToRole { get; init; }
}
