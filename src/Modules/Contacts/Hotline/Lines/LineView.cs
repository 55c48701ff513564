using Noroshi.Federation;

namespace Noroshi.Contacts.Hotline;

/// <summary>The line to a peer, as pages show it.</summary>
/// <param name="Peer">The peer.</param>
/// <param name="State">What is known of the line; null before the first test.</param>
/// <param name="IsAlive">Something came within 36 hours.</param>
internal sealed record LineView(KnownPeer Peer, LineState? State, bool IsAlive);
