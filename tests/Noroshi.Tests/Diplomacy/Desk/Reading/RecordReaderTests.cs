using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Kernel;
using Noroshi.Tests.ReferenceData;

namespace Noroshi.Tests.Diplomacy.Desk.Reading;

/// <summary>What the source documents tell is in the record, whole.</summary>
public sealed class RecordReaderTests
{
    private static readonly DiplomaticRecord _record = ReviewedDesk.Record;

    [Theory]
    [InlineData("forums", nameof(DiplomaticRecord.Forums))]
    [InlineData("meetings", nameof(DiplomaticRecord.Meetings))]
    [InlineData("sessions", nameof(DiplomaticRecord.Sessions))]
    [InlineData("topics", nameof(DiplomaticRecord.Topics))]
    [InlineData("statements", nameof(DiplomaticRecord.Statements))]
    [InlineData("outcomes", nameof(DiplomaticRecord.Outcomes))]
    [InlineData("commitments", nameof(DiplomaticRecord.Commitments))]
    [InlineData("measures", nameof(DiplomaticRecord.Measures))]
    [InlineData("proposals", nameof(DiplomaticRecord.Proposals))]
    [InlineData("resolutions", nameof(DiplomaticRecord.Resolutions))]
    [InlineData("strategies", nameof(DiplomaticRecord.Strategies))]
    [InlineData("bodies", nameof(DiplomaticRecord.Bodies))]
    [InlineData("incidents", nameof(DiplomaticRecord.Incidents))]
    [InlineData("discrepancies", nameof(DiplomaticRecord.Discrepancies))]
    public void Rows_WhenRead_AreAllThere(string table, string list)
    {
        var rows = File.ReadLines(Path.Combine(ReferenceFolderOfTheTree.Path, "diplomacy", table + ".csv")).Count() - 1;
        var read = (System.Collections.ICollection)typeof(DiplomaticRecord).GetProperty(list)!.GetValue(_record)!;
        (read.Count, rows > 0).ShouldBe((rows, true));
    }

    [Theory]
    [InlineData("GCCS2011", "2011-11-01", "2011-11-02", "London", "GB", 700, 15, 9)]
    [InlineData("GCCS2012", "2012-10-04", "2012-10-05", "Budapest", "HU", 600, 41, 16)]
    public void Conference_WhenRead_IsComplete(string id, string start, string end, string place, string host, int people, int statements, int outcomes)
    {
        var meeting = _record.Meeting(id).ShouldNotBeNull();
        (meeting.Start.ToString(), meeting.End.ToString(), meeting.Place.En, meeting.Host.ToString(), meeting.StatesCount, meeting.PeopleCount).ShouldBe((start, end, place, host, 60, people));
        _record.Sessions.Where(session => session.Meeting == id && session.Kind == SessionKind.Parallel).Sum(session => session.Count).ShouldBe(5, "five parallel sessions");
        _record.Statements.Count(statement => statement.Meeting == id).ShouldBe(statements);
        _record.Outcomes.Count(point => point.Meeting == id).ShouldBe(outcomes);
    }

    [Fact]
    public void London_WhenRead_HasTheSevenPrinciplesAsTheChairsAndWhoStressedWhat()
    {
        _record.Outcomes.Where(point => point.Meeting == "GCCS2011" && point.Basis.En.StartsWith("chair's principle", StringComparison.Ordinal)).Select(point => point.Consensus).ShouldBe(Enumerable.Repeat(Consensus.Chair, 7));
        var said = _record.Statements.Where(statement => statement.Meeting == "GCCS2011").ToLookup(statement => statement.State.ToString(), statement => statement.Topic);
        said["US"].ShouldContain("treaty_budapest");
        said["GB"].ShouldContain("human_rights");
        said["JP"].ShouldNotBeEmpty();
    }

    [Fact]
    public void Series_WhenFollowed_LeadsFromLondonToNewDelhi()
    {
        var way = new List<string> { "GCCS2011" };
        while (_record.FollowersOf(way[^1]).FirstOrDefault(next => next.Forum == "GCCS") is { } next) way.Add(next.Id);
        way.ShouldBe(["GCCS2011", "GCCS2012", "GCCS2013", "GCCS2015", "GCCS2017"]);
    }

    [Fact]
    public void Dialogue_WhenReadOf2013_HasItsSevenItemsEachWithAnOwner()
    {
        var items = _record.Commitments.Where(one => one.Meeting == "JUS1").ToList();
        items.Count.ShouldBe(7);
        foreach (var item in items)
        {
            item.States.Select(state => state.ToString()).ShouldBe(["JP", "US"]);
            item.Date.ToString().ShouldBe("2013-05-10");
            (item.Owner.En.Length > 0, item.Owner.Ja.Length > 0, item.Due).ShouldBe((true, true, null), item.Id);
        }
    }

    [Fact]
    public void Budapest_WhenChinaAndRussiaSpoke_StandsOnTheOtherSide()
    {
        var positions = _record.PositionsOn(new DateOnly(2012, 12, 31));
        Side("CN", "sovereignty_control").ShouldBe(1);
        Side("RU", "sovereignty_control").ShouldBe(1);
        Side("JP", "sovereignty_control").ShouldBe(-1);
        Side("GB", "sovereignty_control").ShouldBe(-1);
        Side("CN", "art32b").ShouldBe(-1);
        _record.Outcomes.Single(point => point.Id == "OC025").Consensus.ShouldBe(Consensus.No);

        int? Side(string state, string topic) => positions.Of(CountryCode.Parse(state), topic).ShouldNotBeNull().Side;
    }

    [Fact]
    public void Group_WhenTheUnionSpoke_IsInheritedByItsMembersOfThatDay()
    {
        var statement = _record.Statements.First(one => one.Group == "EU");
        var positions = new Positions([statement], _record.Groups);
        positions.Of(CountryCode.Parse("DE"), statement.Topic).ShouldNotBeNull().Latest.ShouldHaveSingleItem().Group.ShouldBe("EU");
        positions.Of(CountryCode.Parse("JP"), statement.Topic).ShouldBeNull();
    }

    [Fact]
    public void Sponsors_WhenTheyJoinedLater_AreToldApart()
    {
        var code = _record.Proposals.Single(one => one.Id == "PR002");
        code.Sponsors.Where(one => !one.IsLater).Select(one => (one.State.ToString(), one.Since.ToString())).ShouldBe([("CN", "2011-09-12"), ("RU", "2011-09-12"), ("TJ", "2011-09-12"), ("UZ", "2011-09-12")]);
        code.Sponsors.Where(one => one.IsLater).Select(one => (one.State.ToString(), one.Since)).ShouldBe([("KG", null), ("KZ", null)], "no day is made up");
    }

    [Fact]
    public void Figures_WhenSourcesDiffer_AreKeptBesideEachOther()
    {
        _record.Meeting("GGE4")!.StatesCount.ShouldBe(20);
        _record.DiscrepanciesOf("GGE4").ShouldHaveSingleItem().Says.En.ShouldContain("25");
        _record.Incidents.Single(one => one.Id == "IN003").Start.ToString().ShouldBe("2007-04");
        _record.DiscrepanciesOf("IN003").ShouldHaveSingleItem().Says.En.ShouldContain("2008");
        _record.Proposals.Single(one => one.Id == "PR006").Date.ToString().ShouldBe("1998");
        _record.DiscrepanciesOf("PR006").ShouldHaveSingleItem().Says.En.ShouldContain("2006");
    }

    [Fact]
    public void Attributions_WhenMade_SayByWhom() =>
        _record.Incidents.Where(one => one.Attribution.En.Contains("North Korea", StringComparison.Ordinal) || one.Attribution.En.Contains("by the US", StringComparison.Ordinal)).ShouldAllBe(one => !one.AttributedBy.IsEmpty);

    [Fact]
    public void Texts_WhenRead_AreInBothLanguages() =>
        _record.Statements.Select(one => one.Text).Concat(_record.Outcomes.Select(one => one.Text)).Concat(_record.Commitments.SelectMany(one => new[] { one.Text, one.Owner })).Concat(_record.Meetings.Select(one => one.Name)).Concat(_record.Topics.Select(one => one.Name))
            .ShouldAllBe(text => text.En.Length > 0 && text.Ja.Length > 0);
}
