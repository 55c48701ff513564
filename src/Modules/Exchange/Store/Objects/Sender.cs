namespace Noroshi.Exchange.Store;

/// <summary>Who sent objects.</summary>
/// <param name="Holder"><c>partner:…</c>, <c>organisation:…</c> or <c>source:…</c>.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="State">ISO code of its state.</param>
/// <param name="Origin">Which way they came.</param>
internal sealed record Sender(string Holder, string Name, string State, Origin Origin)
{
    /// <summary>The organisation of this node that a source addressed; empty for what was put into a collection directly, which addresses its members.</summary>
    public string Addressed { get; init; } = "";
}
