using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Exchange.Ui;

/// <summary>A node with a collection of the persons' own organisation, one that is closed to it, and a partner.</summary>
public sealed class ExchangeRoom : NodeOfRoles
{
    public const string Seen = "indicator--00000000-0000-4000-8000-000000000001";
    public const string Malware = "malware--00000000-0000-4000-8000-000000000002";
    public const string Hidden = "indicator--00000000-0000-4000-8000-000000000003";
    private const string Green = "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da";

    protected override async Task PrepareAsync()
    {
        var (directory, now) = (Node.Services.GetRequiredService<ExchangeDirectory>(), TimeProvider.System.GetUtcNow());
        await directory.AddAsync(new Partner { Id = "ph-cert", NameEn = "PH CERT (EXERCISE)", NameJa = "フィリピンCERT", State = "PH", SecretHash = PartnerSecrets.Hash("x"), SecretAt = now, CreatedAt = now, CreatedBy = "test" }, Actor.System, default);
        foreach (var (id, holder) in new[] { ("open", "organisation:csirt"), ("foreign", "partner:ph-cert") })
        {
            await directory.SaveAsync(new ExchangeCollection { Id = id, TitleEn = "Title of " + id, TitleJa = "題名 " + id, Ceiling = Tlp.Amber, States = ["JP", "PH"], Grants = [new Grant(holder, true, true, Purpose.Defence)] }, now, Actor.System, "test", default);
        }

        var book = await directory.BookAsync(default);
        var batches = Node.Services.GetRequiredService<BatchRecords>();
        string[] open =
        [
            ExchangeNode.Indicator(Guid.Parse("00000000-0000-4000-8000-000000000001"), marking: Green, name: "beacon of the worm"),
            ExchangeNode.Indicator(Guid.Parse("00000000-0000-4000-8000-000000000001"), "2026-02-01T00:00:00.000Z", Green, "beacon of the worm"),
            $$"""{"type":"malware","spec_version":"2.1","id":"{{Malware}}","created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","name":"Invented worm","is_family":true,"object_marking_refs":["{{Green}}"]}""",
            $$"""{"type":"relationship","spec_version":"2.1","id":"relationship--00000000-0000-4000-8000-000000000004","created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","relationship_type":"indicates","source_ref":"{{Seen}}","target_ref":"{{Malware}}","object_marking_refs":["{{Green}}"]}""",
        ];
        await AddAsync(batches, book.Collection("open")!, open);
        await AddAsync(batches, book.Collection("foreign")!, ExchangeNode.Indicator(Guid.Parse("00000000-0000-4000-8000-000000000003"), marking: Green, name: "secret of another"));
    }

    private static Task<AddOutcome> AddAsync(BatchRecords batches, ExchangeCollection collection, params string[] items) =>
        batches.AddAsync(collection, [.. items.Select(item => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(item))], Array.Empty<byte>(), new Sender("organisation:csirt", "National CSIRT", "JP", Origin.Own), default);
}
