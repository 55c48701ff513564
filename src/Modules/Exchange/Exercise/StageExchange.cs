using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Kernel;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Exchange.Exercise;

/// <summary>Puts an invented partner, a collection for it and a few objects on the node, all marked EXERCISE. Again adds nothing.</summary>
internal static class StageExchange
{
    private const string Collection = "00000000-0000-4000-8000-00000000e0c1";
    private static readonly string _green = TlpDefinitions.IdOf(Tlp.Green);
    private static readonly string _amber = TlpDefinitions.IdOf(Tlp.Amber);

    internal static async Task<ExerciseOutcome> RunAsync(ExerciseStage stage, CancellationToken cancel)
    {
        var (services, directory) = (stage.Services, stage.Services.GetRequiredService<ExchangeDirectory>());
        var own = (await services.GetRequiredService<OrganisationDirectory>().ListAsync(cancel)).FirstOrDefault(one => one.Kind == OrganisationKind.Csirt);
        if (own is null) return new ExerciseOutcome(0, 0, 0);
        if ((await directory.BookAsync(cancel)).Any(Collection) is not null) return new ExerciseOutcome(0, Objects().Count, 0);
        stage.Told("A collection of threat information for a partner.");
        var (state, now) = (services.GetRequiredService<NodeOptions>().State, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var other = state == "PH" ? "JP" : "PH";
        var id = $"{other.ToLowerInvariant()}-ex-csirt";
        await directory.AddAsync(
            new Partner { Id = id, NameEn = $"National CSIRT of {other} (EXERCISE)", NameJa = $"{other}の国家CSIRT（EXERCISE）", State = other, SecretHash = PartnerSecrets.Hash(PartnerSecrets.New()), SecretAt = now, CreatedAt = now, CreatedBy = "system" },
            Actor.System, cancel);
        await directory.SaveAsync(
            new ExchangeCollection
            {
                Id = Collection,
                TitleEn = "Worm of March (EXERCISE)",
                TitleJa = "3月のワーム（EXERCISE）",
                DescriptionEn = "Invented indicators for the exercise.",
                DescriptionJa = "演習のための架空のインディケーター。",
                Ceiling = Tlp.Amber,
                States = [state, other],
                Grants = [new Grant(Grant.Organisation(own.Id), true, true, Purpose.Defence), new Grant(Grant.Partner(id), true, true, Purpose.Defence)],
            },
            now, Actor.System, "system", cancel);
        var collection = (await directory.BookAsync(cancel)).Collection(Collection)!;
        var items = Objects().Select(item => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(item)).ToList();
        var outcome = await services.GetRequiredService<BatchRecords>().AddAsync(collection, items, Array.Empty<byte>(), new Sender(Grant.Organisation(own.Id), own.NameEn, state, Origin.Own), cancel);
        return new ExerciseOutcome(outcome.Kept.Count, 0, outcome.Refused.Count);
    }

    private static IReadOnlyList<string> Objects() =>
    [
        Item("indicator", 1, $$""" "name":"Scans of the worm (EXERCISE)","pattern":"[ipv4-addr:value = '240.202.0.10']","pattern_type":"stix","valid_from":"2026-03-01T00:00:00Z","valid_until":"2026-06-01T00:00:00Z" """, _green),
        Item("malware", 2, """ "name":"Invented worm (EXERCISE)","is_family":true,"malware_types":["worm"] """, _green),
        Item("relationship", 3, """ "relationship_type":"indicates","source_ref":"indicator--00000000-0000-4000-8000-00000000e001","target_ref":"malware--00000000-0000-4000-8000-00000000e002" """, _green),
        Item("indicator", 4, """ "name":"Where it reports to (EXERCISE)","pattern":"[domain-name:value = 'reports.example']","pattern_type":"stix","valid_from":"2026-03-01T00:00:00Z" """, _amber),
    ];

    private static string Item(string type, int number, string more, string marking) =>
        $$"""{"type":"{{type}}","spec_version":"2.1","id":"{{type}}--00000000-0000-4000-8000-00000000e00{{number}}","created":"2026-03-01T12:00:00.000Z","modified":"2026-03-01T12:00:00.000Z",{{more.Trim()}},"object_marking_refs":["{{marking}}"]}""";
}
