using Noroshi.Law.Domain;
using Noroshi.Law.Reading;
using Noroshi.Shell.ReferenceData;
using Noroshi.Tests.ReferenceData;

namespace Noroshi.Tests.Law;

/// <summary>The book and the register of the source tree's own data, read once.</summary>
internal static class ReviewedLaw
{
    internal static ReferenceTables Tables { get; } = ReferenceTables.Read(ReferenceFolderOfTheTree.Path);

    internal static LawBook Book { get; } = LawBookReader.Read(Tables);

    internal static TreatyRegister Register { get; } = new(Book);

    internal static StateIndex States { get; } = new(Tables.Rows("states").Select(row => row.State("alpha2")));
}
