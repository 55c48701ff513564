using Noroshi.Capacity.Matching;

namespace Noroshi.Tests.Capacity.Matching;

/// <summary>Overlaps are computed once for what a record holds, and again as soon as it holds something else.</summary>
public sealed class OverlapCacheTests
{
    [Fact]
    public void Overlaps_WhenTheRecordIsTheSame_AreComputedOnce()
    {
        var (cache, record) = (new OverlapCache(), PlantedProjects.Of(7, singles: 200, duplicates: 30).Record);
        var first = cache.Among(record);
        first.Pairs.Select(pair => (pair.First.Id, pair.Second.Id)).ShouldBe(FindOverlaps.Among(record).Pairs.Select(pair => (pair.First.Id, pair.Second.Id)));
        cache.Among(record with { Needs = [] }).ShouldBeSameAs(first, "needs say nothing about overlaps");
        cache.Computed.ShouldBe(1);
    }

    [Fact]
    public void Overlaps_WhenAnEntryChangesOrGoes_AreComputedAgain()
    {
        var (cache, record) = (new OverlapCache(), PlantedProjects.Of(7, singles: 200, duplicates: 30).Record);
        var gone = cache.Among(record).Pairs[0].First;
        cache.Among(record with { Projects = [.. record.Projects.Where(one => one != gone)] }).Pairs.ShouldAllBe(pair => pair.First.Id != gone.Id && pair.Second.Id != gone.Id);
        var cancelled = gone with { Status = "5", Origin = gone.Origin with { Stamp = gone.Origin.Stamp with { Version = 2 } } };
        cache.Among(record with { Projects = [.. record.Projects.Select(one => one == gone ? cancelled : one)] }).Pairs.ShouldAllBe(pair => pair.First.Id != gone.Id && pair.Second.Id != gone.Id);
        cache.Among(record with { Money = [] }).Pairs.ShouldNotBeEmpty();
        cache.Computed.ShouldBe(4);
    }

    [Fact]
    public void Overlaps_WhenManyRecordsAreAskedFor_AreKeptForTheLatestAlone()
    {
        var (cache, record) = (new OverlapCache(), PlantedProjects.Of(7, singles: 20, duplicates: 3).Record);
        for (var round = 0; round < 20; round++) cache.Among(record with { Projects = [.. record.Projects.Skip(round)] });
        cache.Among(record with { Projects = [.. record.Projects.Skip(19)] });
        cache.Computed.ShouldBe(20);
        cache.Among(record);
        cache.Computed.ShouldBe(21, "the first was let go");
    }
}
