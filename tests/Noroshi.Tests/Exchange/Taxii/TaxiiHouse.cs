namespace Noroshi.Tests.Exchange.Taxii;

/// <summary>A node with one collection and partners of every sort, shared by the tests of the server; what changes something brings its own.</summary>
public sealed class TaxiiHouse : IAsyncLifetime
{
    internal ExchangeNode Node { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Node = await ExchangeNode.StartAsync();
        foreach (var partner in new[] { "both", "reader", "writer", "stranger" }) await Node.PartnerAsync(partner);
        await Node.PartnerAsync("foreign", "FR");
        await Node.CollectionAsync(
            "a",
            ExchangeNode.Both("partner:both"),
            ExchangeNode.Both("partner:reader") with { CanWrite = false },
            ExchangeNode.Both("partner:writer") with { CanRead = false },
            ExchangeNode.Both("partner:foreign"),
            ExchangeNode.Both("organisation:csirt"));
        await Node.CollectionAsync("nobody");
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
