using System.Globalization;
using System.Security.Claims;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Capacity.Iati.Projects;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Capacity.Registry;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Features;

/// <summary>Writes the projects of the registry as a file of IATI 2.03: imported activities as they were published, entered projects as our own.</summary>
internal sealed class ExportProjects(ReadCapacity reading, RecordStore store, OrganisationDirectory organisations, NodeOptions options, IAuditLog audit, TimeProvider clock)
{
    /// <summary>The largest file, in bytes.</summary>
    internal const long Largest = 64 << 20;

    /// <summary>The strictest marking that may be asked for: what is stricter stays in its organisation.</summary>
    internal static readonly IReadOnlyList<string> Markings = [.. FieldWords.Markings.Where(word => Enum.Parse<Tlp>(word, ignoreCase: true) <= Tlp.Amber)];

    /// <summary>What is asked for.</summary>
    /// <param name="Only">Ids (C-12, I-3) or identifiers; null for all.</param>
    /// <param name="State">Recipient; unknown for all.</param>
    /// <param name="Freest">The strictest marking that may leave.</param>
    /// <param name="Publisher">Identifier of the publisher; null to find it.</param>
    internal sealed record Wish(IReadOnlySet<string>? Only, CountryCode State, Tlp Freest, string? Publisher);

    /// <summary>What came of it.</summary>
    internal sealed record Written(int Activities, IReadOnlyList<ExportGap> Gaps);

    /// <summary>Writes the file into a stream; null stands for whoever may open the data folder.</summary>
    /// <exception cref="RefusalException">Something asked for is not there, nothing is left to write, or it is too large.</exception>
    internal async Task<Written> WriteAsync(Stream file, Wish wish, ClaimsPrincipal? person, CancellationToken cancel)
    {
        var record = await reading.ForAsync(person, cancel);
        var projects = record.Projects.Where(one => Is(wish, one)).ToList();
        if (wish.Only is { } only && only.Where(id => !projects.Exists(one => Names(one).Contains(id))).ToList() is { Count: > 0 } unknown)
            throw new RefusalException($"{string.Join(", ", unknown.Take(10))}: not kept here. Check the identifiers.", RefusalException.Input);
        var names = (await organisations.ListAsync(cancel)).ToDictionary(one => one.Id, StringComparer.Ordinal);
        var writing = new ProjectActivity(record, reading.Library, wish.Freest);
        var count = 0;
        using (var writer = new IatiWriter(file, clock.GetUtcNow()))
        {
            foreach (var one in projects.Where(one => !one.Origin.IsImported))
            {
                var owner = names.GetValueOrDefault(one.Origin.Stamp.Owner);
                if (writing.Of(one, PublisherOf(one, record, wish.Publisher, owner)) is not { } activity) continue;
                writer.Write(activity);
                count++;
                Check(file);
            }

            var imported = projects.Where(one => one.Origin.IsImported).Select(one => one.Identifier).ToHashSet(StringComparer.Ordinal);
            if (imported.Count > 0)
            {
                await foreach (var row in new ActivityRecords(store).StreamAsync(cancel))
                {
                    if (!imported.Contains(row.Identifier)) continue;
                    writer.Write(row.ToKept().Activity);
                    count++;
                    Check(file);
                }
            }
        }

        return new Written(count, writing.Gaps);
    }

    /// <summary>Records that a file left.</summary>
    internal Task RecordAsync(int activities, ClaimsPrincipal? person, CancellationToken cancel) => audit.RecordAsync(
        new AuditEvent(clock.GetUtcNow(), "capacity.exported", person?.UserId() ?? Actor.System.Id, person?.OrganisationId(), "capacity", true, new Dictionary<string, string> { ["activities"] = activities.ToString(CultureInfo.InvariantCulture) }), cancel);

    private static bool Is(Wish wish, Project one) => (wish.Only is null || Names(one).Any(wish.Only.Contains)) && (!wish.State.IsKnown || one.States.Contains(wish.State));

    private static IEnumerable<string> Names(Project one) => new[] { one.Id, one.Activity, one.Identifier }.Where(name => name.Length > 0);

    private static void Check(Stream file)
    {
        if (file.Position > Largest) throw new RefusalException($"What is kept is more than {Largest >> 20} MiB. Choose some of it.", RefusalException.Input);
    }

    /// <summary>The publisher that was named; else the recorded organisation whose identifier begins the project's own; else one made from the state and the organisation, which the export tells.</summary>
    private Publisher PublisherOf(Project project, CapacityRecord record, string? named, Organisation? owner)
    {
        var name = owner is null ? project.Origin.Stamp.Owner : project.Origin.Language == "ja" ? owner.NameJa : owner.NameEn;
        if (named is not null) return new Publisher(named, record.Organisations.FirstOrDefault(one => one.Identifier == named)?.Type ?? "10", record.Organisations.FirstOrDefault(one => one.Identifier == named)?.Name ?? name, true);
        var known = record.Organisations.Where(one => one.Identifier.Length > 0 && project.Identifier.StartsWith(one.Identifier + "-", StringComparison.Ordinal)).MaxBy(one => one.Identifier.Length);
        return known is not null ? new Publisher(known.Identifier, known.Type, known.Name, true) : new Publisher($"{options.State}-{project.Origin.Stamp.Owner}", "10", name, false);
    }
}
