using Noroshi.Exchange.Sharing;

namespace Noroshi.Exchange.Store;

/// <summary>What somebody may do in a collection.</summary>
/// <param name="Holder"><c>partner:…</c> or <c>organisation:…</c>.</param>
/// <param name="CanRead">Receives what the rules release.</param>
/// <param name="CanWrite">Puts objects in.</param>
/// <param name="Purpose">What the holder has said that it uses them for.</param>
internal sealed record Grant(string Holder, bool CanRead, bool CanWrite, Purpose Purpose)
{
    /// <summary>The holder that a partner is.</summary>
    public static string Partner(string id) => "partner:" + id;

    /// <summary>The holder that an organisation of this node is.</summary>
    public static string Organisation(string id) => "organisation:" + id;

    /// <summary>The party that the release rules know the holder as.</summary>
    public Party Party => Holder.Split(':', 2) is ["partner", var partner] ? Party.Node(partner) : Party.Organisation(Holder.Split(':', 2)[^1]);
}
