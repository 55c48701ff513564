using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>Where a line comes from and how far it may travel.</summary>
/// <remarks>
/// <c>Note</c>: What a reader must know before using the line; empty for nothing.
/// </remarks>
internal sealed record Origin(Provenance Provenance, string Note, Tlp Marking, string Language, Stamp Stamp)
{
    /// <summary>The file it was imported from; empty where people entered it.</summary>
    internal string File { get; init; } = "";

    /// <summary>Imported lines are read-only here: they change with the next file of their source.</summary>
    internal bool IsImported => File.Length > 0;

    /// <summary>Where the line itself stands.</summary>
    internal string Href => (IsImported ? "/capacity/projects/" : "/capacity/entries/") + Stamp.Entry;

    /// <summary>True where the marking keeps it inside the organisation that entered it, whatever is shared.</summary>
    internal bool StaysInside => Marking >= Tlp.AmberStrict;
}
