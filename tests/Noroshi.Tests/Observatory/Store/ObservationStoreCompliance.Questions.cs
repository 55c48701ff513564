using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Tests.Observatory.Store;

public abstract partial class ObservationStoreCompliance
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Questions_WhenAnyFieldsAreCombined_AgreeWithThePlainestAnswer(int seed)
    {
        var rows = Rows.Random(20_000, seed);
        await Store.ImportAsync("a", rows[..12_000]);
        await Store.ImportAsync("b", rows[12_000..]);
        var random = new Random(seed);
        for (var i = 0; i < 25; i++)
        {
            var filter = RandomFilter(random);
            var by = (Dimension)random.Next(10);
            await AgreeAsync(rows, filter, by);
        }
    }

    [Fact]
    public async Task Top_WhenAPeriodBeforeIsHeld_TellsTheRankInIt()
    {
        await Store.ImportAsync("a",
        [
            Rows.One(0, 1, "PH"), Rows.One(1, 2, "PH"), Rows.One(2, 3, "AU", events: 9),
            Rows.One(1440, 1, "PH"), Rows.One(1441, 3, "AU"), Rows.One(1442, 4, "AU"), Rows.One(1443, 5, "KR", events: 2),
        ]);
        var day = new ObservationFilter { From = Rows.Start.AddDays(1), To = Rows.Start.AddDays(2) };

        var countries = await Store.TopAsync(day, Dimension.Country, 10, Cancel);
        countries.Select(row => (row.Key, row.Sources, row.Rank, row.PreviousRank, row.PreviousEvents)).ShouldBe(
            [("AU", 2L, 1, (int?)2, (long?)9L), ("KR", 1L, 2, null, null), ("PH", 1L, 3, (int?)1, (long?)2L)]);
        countries[0].First.ShouldBe(Rows.Start.AddMinutes(1441));
        countries[0].Last.ShouldBe(Rows.Start.AddMinutes(1442));

        var sources = await Store.TopAsync(day, Dimension.Source, 2, Cancel);
        sources.Select(row => (row.Key, row.Events, row.Rank, row.PreviousRank)).ShouldBe([("240.0.0.5", 2L, 1, null), ("240.0.0.1", 1L, 2, (int?)2)]);
        sources.ShouldAllBe(row => row.Sources == 1 && !row.SourcesAreEstimated);
    }

    [Fact]
    public async Task Backscatter_WhateverIsAsked_NeverCountsAsASource()
    {
        var victim = Rows.One(0, 7);
        victim.Class = TrafficClass.Backscatter;
        await Store.ImportAsync("a", [victim, Rows.One(0, 8)]);
        var all = Rows.All();
        var totals = await Store.TotalsAsync(all, Cancel);
        (totals.Events, totals.Sources, totals.BackscatterEvents).ShouldBe((1, 1, 1));

        var asked = all with { Class = TrafficClass.Backscatter };
        (await Store.TotalsAsync(asked, Cancel)).ShouldSatisfyAllConditions(figure => figure.Events.ShouldBe(1), figure => figure.Sources.ShouldBe(0));
        (await Store.TopAsync(asked, Dimension.Source, 10, Cancel)).ShouldBeEmpty();
        (await Store.TopAsync(asked, Dimension.Country, 10, Cancel)).Single().Sources.ShouldBe(0);
        (await Store.TopAsync(all, Dimension.Source, 10, Cancel)).Single().Key.ShouldBe("240.0.0.8");
        (await Store.SeriesAsync(asked, TimeSpan.FromDays(1), Cancel)).Single().Sources.ShouldBe(0);
    }

    [Fact]
    public async Task Totals_WhenUnitsAndResearchAreMixed_KeepsThemApart()
    {
        var scanner = Rows.One(0, 1, events: 10);
        scanner.Research = true;
        var alert = Rows.One(0, 2, events: 100);
        alert.Unit = CountingUnit.Alert;
        await Store.ImportAsync("a", [scanner, alert, Rows.One(0, 3)]);

        var view = await Store.TotalsAsync(Rows.All(), Cancel);
        (view.Events, view.Sources, view.ResearchEvents).ShouldBe((1, 1, 10));
        view.ByUnit.ShouldBe(new Dictionary<CountingUnit, long> { [CountingUnit.Packet] = 1, [CountingUnit.Alert] = 100 }, ignoreOrder: true);
        var with = await Store.TotalsAsync(Rows.All() with { IncludeResearch = true }, Cancel);
        (with.Events, with.Sources, with.ResearchEvents).ShouldBe((11, 2, 10));
        (await Store.TotalsAsync(Rows.All() with { Unit = CountingUnit.Alert }, Cancel)).Events.ShouldBe(100);
    }

    [Fact]
    public async Task Sensors_WhenNamed_LimitEveryAnswer()
    {
        await Store.ImportAsync("a", [Rows.One(0, 1)], sensor: "north");
        await Store.ImportAsync("a", [Rows.One(5, 2), Rows.One(9, 3)], sensor: "it's \"south\"; DROP TABLE detail");
        async Task<long> EventsOf(params string[] sensors) => (await Store.TotalsAsync(Rows.All() with { Sensors = sensors }, Cancel)).Events;

        (await EventsOf("north")).ShouldBe(1);
        (await EventsOf("it's \"south\"; DROP TABLE detail")).ShouldBe(2);
        (await EventsOf("north", "it's \"south\"; DROP TABLE detail")).ShouldBe(3);
        (await EventsOf("nobody")).ShouldBe(0);
        (await EventsOf()).ShouldBe(0);
        (await Store.TopAsync(Rows.All(), Dimension.Sensor, 10, Cancel)).Select(row => row.Key).ShouldBe(["it's \"south\"; DROP TABLE detail", "north"]);
        (await Store.ExtentAsync(["north"], Cancel)).ShouldBe((Rows.Start, Rows.Start));
        (await Store.ExtentAsync([], Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Period_WhenEmptyBackwardOrEndless_IsAnswered()
    {
        await Store.ImportAsync("a", [Rows.One(0)]);
        (await Store.TotalsAsync(new ObservationFilter { From = Rows.Start, To = Rows.Start }, Cancel)).Events.ShouldBe(0);
        (await Store.TotalsAsync(new ObservationFilter { From = Rows.Start.AddDays(1), To = Rows.Start }, Cancel)).Events.ShouldBe(0);
        var endless = new ObservationFilter { From = DateTimeOffset.MinValue, To = DateTimeOffset.MaxValue };
        (await Store.TotalsAsync(endless, Cancel)).Events.ShouldBe(1);
        (await Store.TopAsync(endless, Dimension.Source, 5, Cancel)).Count.ShouldBe(1);
        (await Store.SeriesAsync(endless, TimeSpan.FromDays(7), Cancel)).Count.ShouldBe(1);
    }

    private protected static ObservationFilter RandomFilter(Random random)
    {
        var from = Rows.Start.AddMinutes(random.Next(3) == 0 ? random.Next(3) * 1440 : random.Next(2 * 1440));
        var to = random.Next(3) == 0 ? Rows.Start.AddDays(3) : from.AddMinutes(random.Next(1, 3 * 1440));
        bool Chance(int one) => random.Next(one) == 0;
        return new ObservationFilter
        {
            From = from,
            To = to,
            Unit = Chance(4) ? CountingUnit.Alert : CountingUnit.Packet,
            IncludeResearch = Chance(3),
            SourceCountry = Chance(5) ? CountryCode.Parse("PH") : null,
            Asn = Chance(6) ? 64513u : null,
            Port = Chance(6) ? new PortKey(6, 23) : null,
            Source = Chance(10) ? NetworkAddress.FromIPv4(0xF000_0002) : null,
            Class = Chance(4) ? (TrafficClass)random.Next(6) : null,
            Fingerprint = Chance(8) ? (Fingerprint)random.Next(4) : null,
            Origin = Chance(6) ? Origin.Foreign : null,
            TargetKind = Chance(6) ? TargetKind.Private : null,
            Sector = Chance(8) ? (ushort)1 : null,
            TargetOrganisation = Chance(10) ? (ushort)3 : null,
        };
    }

    private protected async Task AgreeAsync(Observation[] rows, ObservationFilter filter, Dimension by)
    {
        var view = Expected.View(rows, filter).ToArray();
        var around = Expected.Around(rows, filter).ToArray();
        var about = $"{filter} by {by}";

        var totals = await Store.TotalsAsync(filter, Cancel);
        totals.Events.ShouldBe(Expected.Events(view), about);
        totals.Sources.ShouldBe(Expected.Sources(view), about);
        totals.BackscatterEvents.ShouldBe(Expected.Events(around.Where(row => row.Unit == filter.Unit && row.Class == TrafficClass.Backscatter)), about);
        totals.ResearchEvents.ShouldBe(Expected.Events(Expected.View(rows, filter with { IncludeResearch = true }).Where(row => row.Research)), about);

        var series = await Store.SeriesAsync(filter, TimeSpan.FromMinutes(50), Cancel);
        series.Select(point => (point.At, point.Origin, point.TargetKind, point.Events, point.Sources)).Order().ShouldBe(
            view.GroupBy(row => (At: At(row.MinuteMicros / 3_600_000_000 * 3_600_000_000), row.Origin, row.TargetKind))
                .Select(group => (group.Key.At, group.Key.Origin, group.Key.TargetKind, Expected.Events(group), Expected.Sources(group))).Order(),
            about);

        var top = await Store.TopAsync(filter, by, 1000, Cancel);
        var groups = view.Where(row => by != Dimension.Source || row.Class != TrafficClass.Backscatter).GroupBy(row => Expected.Key(row, by)).ToArray();
        top.Select(row => (row.Key, row.Events, row.Sources, row.First, row.Last)).Order().ShouldBe(
            groups.Select(group => (group.Key, Expected.Events(group), Expected.Sources(group), At(group.Min(row => row.MinuteMicros)), At(group.Max(row => row.MinuteMicros)))).Order(),
            about);
        top.Select(row => row.Rank).ShouldBe(Enumerable.Range(1, top.Count), about);
        top.Zip(top.Skip(1)).ShouldAllBe(pair => by == Dimension.Source ? pair.First.Events >= pair.Second.Events : pair.First.Sources >= pair.Second.Sources, about);
    }

    private static DateTimeOffset At(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * 10);
}
