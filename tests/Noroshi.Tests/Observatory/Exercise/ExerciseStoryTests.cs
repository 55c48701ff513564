using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Exercise;

namespace Noroshi.Tests.Observatory.Exercise;

/// <summary>What an analyst has to be able to find in the exercise, found through the readers, the reducer and the enricher.</summary>
public sealed class ExerciseStoryTests(ExerciseFixture exercise) : IClassFixture<ExerciseFixture>
{
    [Theory]
    [InlineData(CountingUnit.Packet)]
    [InlineData(CountingUnit.Alert)]
    [InlineData(CountingUnit.Flow)]
    public void Rows_InEachUnit_FillAllFourQuadrants(object unit)
    {
        var quadrants = exercise.Rows.Where(row => row.Unit == (CountingUnit)unit).Select(row => (row.Origin, row.TargetKind)).Distinct().ToList();
        quadrants.ShouldContain((Origin.Domestic, TargetKind.Government));
        quadrants.ShouldContain((Origin.Domestic, TargetKind.Private));
        quadrants.ShouldContain((Origin.Foreign, TargetKind.Government));
        quadrants.ShouldContain((Origin.Foreign, TargetKind.Private));
        quadrants.Count.ShouldBe(4);
    }

    [Fact]
    public void Rows_Always_ComeFromReservedAddressesAndPrivateUseNumbers()
    {
        exercise.Rows.ShouldAllBe(row => ReservedRanges.Contains(row.Source));
        exercise.Rows.ShouldAllBe(row => ReservedRanges.IsPrivateUse(row.Asn));
        exercise.Rows.ShouldAllBe(row => row.SourceCountry.IsKnown && row.TargetOrganisation != 0 && row.Sector != 0);
    }

    [Fact]
    public void Worm_AtItsHeight_UsesManyHostsOfTwoPartnerNetworks()
    {
        var day = ExerciseCalendar.StartOf(12);
        var infected = exercise.Rows.Where(row => row.Fingerprint == Fingerprint.Mirai && row.MinuteMicros >= day && row.MinuteMicros < day + ExerciseCalendar.Day).ToList();
        infected.Where(row => row.Asn == Worm.PartnerPH).Select(row => row.Source).Distinct().Count().ShouldBeInRange(1_150, 1_204);
        infected.Where(row => row.Asn == Worm.PartnerVN).Select(row => row.Source).Distinct().Count().ShouldBeInRange(360, 388);
        infected.Where(row => row.Asn == Worm.PartnerPH).ShouldAllBe(row => row.SourceCountry == CountryCode.Parse("PH"));
        infected.ShouldAllBe(row => row.Class == TrafficClass.Worm);
    }

    [Fact]
    public void Worm_BeforeTheOutbreak_IsSmall()
    {
        var outbreak = ExerciseCalendar.StartOf(Worm.OutbreakDay) + (5 * ExerciseCalendar.Hour);
        exercise.Rows.Where(row => row.Fingerprint == Fingerprint.Mirai && row.Asn == Worm.PartnerPH && row.MinuteMicros < outbreak)
            .Select(row => row.Source).Distinct().Count().ShouldBeLessThan(25);
    }

    [Fact]
    public void PortSurge_Outside6To9March_IsNotThere()
    {
        var days = exercise.Rows.Where(row => row.TargetPort == PortSurge.Port).Select(row => DateOnly.FromDateTime(DateTimeOffset.UnixEpoch.AddTicks(row.MinuteMicros * 10).UtcDateTime)).Distinct();
        days.Order().ShouldBe([new(2026, 3, 6), new(2026, 3, 7), new(2026, 3, 8), new(2026, 3, 9)]);
    }

    [Fact]
    public void Tools_Always_AreToldByTheirFingerprints()
    {
        var found = exercise.Rows.Select(row => row.Fingerprint).Distinct().ToList();
        found.ShouldContain(Fingerprint.Mirai);
        found.ShouldContain(Fingerprint.ZMap);
        found.ShouldContain(Fingerprint.Masscan);
    }

    [Fact]
    public void ResearchScanners_Always_AreMarked()
    {
        exercise.Rows.Where(row => row.Research).Select(row => row.Asn).Distinct().Order().ShouldBe([4_200_000_101u, 4_200_000_102u, 4_200_000_103u]);
        exercise.Enricher.Research.All.Count.ShouldBe(3);
    }

    [Fact]
    public void Backscatter_Always_IsOfItsOwnClass() =>
        exercise.Rows.Where(row => row.Class == TrafficClass.Backscatter).Sum(row => row.Events).ShouldBeGreaterThan(10_000);

    [Fact]
    public void Sources_OverAll_AreOfMoreThanTwentyStates() =>
        exercise.Rows.Select(row => row.SourceCountry).Distinct().Count().ShouldBeInRange(25, 30);

    [Fact]
    public void Sources_OverAll_SpeakBothProtocols() =>
        exercise.Rows.Count(row => !row.Source.IsIPv4).ShouldBeGreaterThan(500);

    [Fact]
    public void Reports_OfTheFifthDay_ShowWhatWasRejected()
    {
        foreach (var name in new[] { "telescope-2026-03-05.pcap.gz", "eve-2026-03-01.json.gz", "conn-2026-03-01.log.gz" })
        {
            exercise.Reports[Path.Combine(exercise.Folder, name)].Rejected.Values.Sum().ShouldBeGreaterThan(1, name);
        }

        exercise.Reports[Path.Combine(exercise.Folder, "telescope-2026-03-06.pcap.gz")].Rejected.ShouldBeEmpty();
    }

    [Fact]
    public void Reports_OverAll_CountWhatWasWritten()
    {
        exercise.Reports.Values.Sum(report => report.Units.GetValueOrDefault(CountingUnit.Packet)).ShouldBeInRange(300_000, 600_000);
        exercise.Reports.Values.Min(report => report.From)!.Value.ShouldBe(ExerciseCalendar.First, TimeSpan.FromHours(1));
        exercise.Reports.Values.ShouldAllBe(report => report.From >= ExerciseCalendar.First && report.To < ExerciseCalendar.End);
    }
}
