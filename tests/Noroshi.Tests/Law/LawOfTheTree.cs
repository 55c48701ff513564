using Noroshi.Law.Domain;
using Noroshi.Law.Reading;
using Noroshi.Shell.ReferenceData;
using Noroshi.Tests.ReferenceData;

namespace Noroshi.Tests.Law;

/// <summary>The law tables of this tree, read and compiled once for all tests. What they hold is immutable.</summary>
internal static class LawOfTheTree
{
    private static readonly Lazy<LawBook> Read = new(() => LawBookReader.Read(ReferenceTables.Read(ReferenceFolderOfTheTree.Path)));

    private static readonly Lazy<LegalRules> Compiled = new(() => LegalRules.Compile(Book));

    public static LawBook Book => Read.Value;

    public static LegalRules Rules => Compiled.Value;
}
