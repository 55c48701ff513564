namespace Noroshi.Federation;

/// <summary>A peer as other rooms see it.</summary>
/// <param name="NodeId">Id of its node.</param>
/// <param name="State">Its state, two letters.</param>
/// <param name="NameEn">Name of the node in English.</param>
/// <param name="NameJa">Name of the node in Japanese.</param>
/// <param name="Active">Confirmed by both sides and not suspended.</param>
/// <param name="LastHeard">When anything of it last arrived.</param>
public sealed record KnownPeer(string NodeId, string State, string NameEn, string NameJa, bool Active, DateTimeOffset? LastHeard);
