using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Enrichment;

public sealed class ResearchScannersTests
{
    [Fact]
    public void Find_OnTheList_NamesTheScannerAndItsSource()
    {
        var list = Read("Survey (EXERCISE),240.9.0.0/28,exercise plan,2026-03-01,A");
        NetworkAddress.TryParse("240.9.0.15", out var inside).ShouldBeTrue();
        list.Contains(inside).ShouldBeTrue();
        list.Find(inside)!.Name.ShouldBe("Survey (EXERCISE)");
        list.Find(inside)!.Provenance.ShouldBe(new Provenance("exercise plan", new DateOnly(2026, 3, 1), Confidence.A));
        NetworkAddress.TryParse("240.9.0.16", out var outside).ShouldBeTrue();
        list.Contains(outside).ShouldBeFalse();
        list.Find(outside).ShouldBeNull();
    }

    [Theory]
    [InlineData("S,240.9.0.0/28,plan,1 March,A", "column as_of")]
    [InlineData("S,240.9.0.0/28,plan,2026-03-01,E", "column confidence")]
    [InlineData("S,240.9.0.0/28,,2026-03-01,A", "column source")]
    [InlineData(",240.9.0.0/28,plan,2026-03-01,A", "column name")]
    [InlineData("S,240.9.0.0/28,plan,2026-03-01,A\nS,240.9.0.0/28,plan,2026-03-01,A", "named twice")]
    public void Read_WhenARowIsWrong_NamesTheColumn(string rows, string where) =>
        Should.Throw<EnrichmentFileException>(() => Read(rows)).Message.ShouldContain(where);

    [Fact]
    public void Read_WithTheHeaderAlone_NamesNobody() => Read(string.Empty).All.ShouldBeEmpty();

    private static ResearchScanners Read(string rows) =>
        ResearchScanners.Read(new StringReader($"{ResearchScanners.Header}\n{rows}\n"), "scanners.csv");
}
