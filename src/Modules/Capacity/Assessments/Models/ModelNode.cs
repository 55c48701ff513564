using Noroshi.Kernel;

namespace Noroshi.Capacity.Assessments;

/// <summary>A dimension, factor, pillar, indicator or parameter of a model.</summary>
/// <remarks>
/// <c>Level</c>: What the model calls nodes of this depth.<br/>
/// <c>Name</c>: The model's own title; empty where it is withheld.<br/>
/// <c>NameStatus</c>: Whose words the names are, or why they are withheld.<br/>
/// <c>Gloss</c>: What it is about in words of our own; never the model's text.
/// </remarks>
internal sealed record ModelNode(string Code, string Parent, string Level, BothWords Name, string NameStatus, BothWords Gloss, Provenance Provenance)
{
    /// <summary>True where what is shown are words of our own, and must be marked so.</summary>
    internal bool IsOwnWords => Name.IsEmpty;

    /// <summary>Title, or own words where the title is withheld; empty where neither is kept.</summary>
    internal BothWords Shown => Name.IsEmpty ? Gloss : Name;
}
