using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Registry;
using Noroshi.Shell.Entries;
using Noroshi.Shell.ReferenceData;
using Noroshi.Tests.ReferenceData;

namespace Noroshi.Tests.Capacity;

/// <summary>The reviewed tables of the tree, read once, and records made of fields as people enter them.</summary>
internal static class ReviewedLibrary
{
    internal static ReferenceTables Tables { get; } = ReferenceTables.Read(ReferenceFolderOfTheTree.Path);

    internal static ModelLibrary Library { get; } = LibraryReader.Read(Tables);

    internal static CapacityRecord Record(params IReadOnlyList<(EntryKind Kind, Dictionary<string, string> Fields)> entries) => EntryLines.Record(entries.Select((entry, at) => Entry(at + 1, entry.Kind, entry.Fields)), Library);

    internal static Entry<EntryKind> Entry(long number, EntryKind kind, Dictionary<string, string> fields) => new()
    {
        Number = number,
        Kind = kind,
        Language = "en",
        Fields = new Dictionary<string, string>(fields.Append(new("source", "test")).Append(new("confidence", "B")).Append(new("marking", fields.GetValueOrDefault("marking", "amber"))).DistinctBy(field => field.Key)),
        Stamp = new Stamp($"C-{number}", "csirt", 1, new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero), "Person", false),
    };
}
