using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Noroshi.Node;

namespace Noroshi.Tests.Documentation;

/// <summary>Each act of the audit log stands on the page about acts and has a name in both languages.</summary>
public partial class AuditActsTests
{
    private static readonly Type[] Names = [typeof(Noroshi.Shell.Audit.ActNames), .. House.Modules.Select(module => module.ActNames).OfType<Type>()];

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Acts_WhenDocumented_AreThoseThatHaveNames(string language) =>
        Documented(language).Order(StringComparer.Ordinal).ShouldBe(Names.SelectMany(Keys).Order(StringComparer.Ordinal));

    [Fact]
    public void Acts_WhenRecordedBySource_AreDocumented()
    {
        var recorded = Directory.EnumerateFiles(Path.Combine(Pages.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => RecordedAct().Matches(File.ReadAllText(file)).Select(match => match.Groups["act"].Value))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        recorded.Count.ShouldBeGreaterThan(5);
        recorded.Except(Documented("en")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Documented(string language) =>
        Pages.Read(language, "reference/audit-acts.md").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Act().Matches(line.Split(" | ")[0]).Select(match => match.Groups["act"].Value));

    private static IEnumerable<string> Keys(Type names)
    {
        using var words = new ResourceManager(names).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!;
        return [.. words.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key)];
    }

    [GeneratedRegex("`(?<act>[a-z.-]+)`")]
    private static partial Regex Act();

    [GeneratedRegex("new AuditEvent\\([^\"]{0,120}\"(?<act>[a-z]+[.-][a-z.-]+)\"")]
    private static partial Regex RecordedAct();
}
