using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Diplomacy.Desk.Reading;
using Noroshi.Shell.ReferenceData;
using Noroshi.Tests.ReferenceData;

namespace Noroshi.Tests.Diplomacy.Desk;

/// <summary>The reviewed diplomatic record of the tree, read once.</summary>
internal static class ReviewedDesk
{
    internal static DiplomaticRecord Record { get; } = RecordReader.Read(ReferenceTables.Read(ReferenceFolderOfTheTree.Path));
}
