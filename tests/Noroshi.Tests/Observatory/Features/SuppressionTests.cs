using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Features;

namespace Noroshi.Tests.Observatory.Features;

/// <summary>What those who get aggregates do not see.</summary>
public sealed class SuppressionTests
{
    private static readonly DateTimeOffset _at = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Apply_WhenRowsRestOnFewSources_HidesThem()
    {
        var (rows, hidden) = Suppression.Apply([Row("PH", 100), Row("VN", 5), Row("BR", 4), Row("IN", 1)]);
        rows.Select(row => row.Key).ShouldBe(["PH", "VN"]);
        hidden.ShouldBe(2);
    }

    [Fact]
    public void Apply_WhenOneRowAloneWouldBeHidden_HidesTheNextSmallestToo()
    {
        var (rows, hidden) = Suppression.Apply([Row("PH", 100), Row("VN", 7), Row("IN", 1)]);
        rows.Select(row => row.Key).ShouldBe(["PH"]);
        hidden.ShouldBe(2);
    }

    [Fact]
    public void Apply_WhenEveryRowIsLargeEnough_HidesNothing() => Suppression.Apply([Row("PH", 5), Row("VN", 6)]).Hidden.ShouldBe(0);

    [Fact]
    public void Apply_WhenOneCellOfABinIsSmall_HidesASecondOfThatBinOnly()
    {
        var (points, hidden) = Suppression.Apply(
        [
            Cell(0, Origin.Foreign, 50), Cell(0, Origin.Domestic, 2), Cell(0, Origin.Unknown, 9),
            Cell(1, Origin.Foreign, 50), Cell(1, Origin.Domestic, 20),
        ]);
        hidden.ShouldBe(2);
        points.Select(point => (point.At.Hour, point.Origin)).ShouldBe([(0, Origin.Foreign), (1, Origin.Foreign), (1, Origin.Domestic)]);
    }

    private static TopRow Row(string key, long sources) => new(key, sources * 10, sources, false, 1, null, null, _at, _at);

    private static SeriesPoint Cell(int hour, Origin origin, long sources) => new(_at.AddHours(hour), origin, TargetKind.Private, sources * 3, sources);
}
