namespace Noroshi.Storage;

/// <summary>Where a node keeps its things and which part of the house it opens; the same for serving and for verbs.</summary>
public sealed record NodeOptions
{
    /// <summary>Folder of everything the node keeps: records.db, observations.duckdb, blobs/, keys/.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>PostgreSQL connection string; <c>null</c> keeps records in SQLite below <see cref="DataDirectory"/>.</summary>
    public string? Database { get; init; }

    /// <summary>Modules to open; empty opens all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>True when everything shown is an exercise: every page carries the striped banner.</summary>
    public bool Exercise { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the state that runs this node.</summary>
    public string State { get; init; } = "JP";

    /// <summary>Address and port on which peers are listened for (TLS with certificates on both sides); <c>null</c> listens for none.</summary>
    public string? PeerListen { get; init; }

    /// <summary>The https address by which peers reach this node, where it differs from <see cref="PeerListen"/>.</summary>
    public string? PeerUrl { get; init; }

    /// <summary>Folder of the reviewed reference data (the repository's <c>data/</c>).</summary>
    public required string ReferenceData { get; init; }

    /// <summary>
    /// True makes everyone enrol a second factor before they see anything; off is meant only for exercise data, whose users sign in with
    /// printed passwords.
    /// </summary>
    public bool RequireSecondFactor { get; init; } = true;
}
