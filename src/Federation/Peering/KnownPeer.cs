namespace Noroshi.Federation;

/// <summary>A peer as other rooms need it.</summary>
/// <param name="NodeId">Its node id.</param>
/// <param name="State">Its state, two letters.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameJa">Its name in Japanese.</param>
/// <param name="Active">True while messages flow: both sides confirmed and neither suspended.</param>
/// <param name="LastHeard">When it was last in touch, UTC.</param>
public sealed record KnownPeer(string NodeId, string State, string NameEn, string NameJa, bool Active, DateTimeOffset? LastHeard);
