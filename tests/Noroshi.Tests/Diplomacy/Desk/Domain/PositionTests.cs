using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Kernel;

namespace Noroshi.Tests.Diplomacy.Desk.Domain;

public sealed class PositionTests
{
    private static readonly CountryCode _jp = CountryCode.Parse("JP");
    private static readonly CountryCode _de = CountryCode.Parse("DE");
    private static readonly GroupMembers _groups = new([("EU", _de, new Period(PartialDate.Parse("1958"), null)), ("EU", CountryCode.Parse("GB"), new Period(PartialDate.Parse("1973-01-01"), PartialDate.Parse("2020-01-31")))]);

    [Fact]
    public void Latest_WhenAStateMoved_IsTheLastAndSaysFromWhere()
    {
        var position = Of(_jp, Said("JP", "2012-10-04", -2), Said("JP", "2021", 1));
        position.Stances.ShouldBe([1]);
        position.MovedFrom!.Stance.ShouldBe(-2);
        position.Evidence.Select(held => held.Statement.Date.ToString()).ShouldBe(["2021", "2012-10-04"]);
    }

    [Fact]
    public void Latest_WhenTwoWereSaidOnOneDay_HoldsBothAndNoSide()
    {
        var position = Of(_jp, Said("JP", "2024-07", 2), Said("JP", "2024-07", -1));
        position.Stances.ShouldBe([-1, 2]);
        position.Side.ShouldBeNull();
        position.MovedFrom.ShouldBeNull("two positions at once are not a move");
    }

    [Fact]
    public void Latest_WhenTheGroupSpokeLater_StaysTheStatesOwn()
    {
        var position = Of(_de, Said("DE", "2015", -1), OfGroup("2021-03", 2));
        position.Latest.ShouldHaveSingleItem().IsInherited.ShouldBeFalse();
        position.Stances.ShouldBe([-1]);
        position.Evidence.Count.ShouldBe(2, "what the group said stays evidence");
    }

    [Fact]
    public void Group_WhenTheStateOnlyWasAMember_IsInheritedAndNamed()
    {
        var held = Of(_de, OfGroup("2021-03", 2)).Latest.ShouldHaveSingleItem();
        (held.Group, held.Stance).ShouldBe(("EU", 2));
        new Positions([OfGroup("2021-03", 2)], _groups).Of(CountryCode.Parse("GB"), "cbm").ShouldBeNull("it had left");
        new Positions([OfGroup("2020", 2)], _groups).Of(CountryCode.Parse("GB"), "cbm").ShouldBeNull("the year does not tell whether it still was one");
        new Positions([OfGroup("2019", 2)], _groups).Of(CountryCode.Parse("GB"), "cbm").ShouldNotBeNull();
    }

    [Fact]
    public void Position_WhenNoneWasTaken_IsSilentAndHasNoSide()
    {
        var position = Of(_jp, Said("JP", "2012", null));
        position.Evidence.ShouldBeEmpty();
        position.Silent.Count.ShouldBe(1);
        position.Side.ShouldBeNull();
        new Positions([Said("JP", "2012", null)], _groups).On("cbm").ShouldBeEmpty();
    }

    [Fact]
    public void Standing_WhenStatesDiffer_CountsThemBySideAndOnlyThose()
    {
        var statements = new[] { Said("JP", "2012", 2), Said("CN", "2012", -2), Said("RU", "2012", 0), Said("US", "2012", null) };
        var topic = new Topic("cbm", default, default, default, Origin());
        var standing = TopicStanding.Of(topic, new Positions(statements, _groups), []);
        (standing.Plus.Single().ToString(), standing.Minus.Single().ToString(), standing.Both.Single().ToString(), standing.Known).ShouldBe(("JP", "CN", "RU", 3));
    }

    [Fact]
    public void Record_WhenAskedForAnEarlierDay_KnowsNothingLater()
    {
        var record = new DiplomaticRecord { Statements = [Said("JP", "2012-10-04", 2)] };
        record.PositionsOn(new DateOnly(2012, 10, 3)).Of(_jp, "cbm").ShouldBeNull();
        record.PositionsOn(new DateOnly(2012, 10, 4)).Of(_jp, "cbm").ShouldNotBeNull();
    }

    private static Position Of(CountryCode state, params Statement[] statements) => new Positions(statements, _groups).Of(state, "cbm").ShouldNotBeNull();

    private static Statement OfGroup(string date, int stance) => Said(null, date, stance) with { Organisation = new Wording("EU", ""), Group = "EU" };

    private static Statement Said(string? state, string date, int? stance) => new()
    {
        Id = $"S-{state}-{date}-{stance}",
        Date = PartialDate.Parse(date),
        State = state is null ? CountryCode.Unknown : CountryCode.Parse(state),
        Office = new Wording("Office", "役職"),
        Topic = "cbm",
        Stance = stance,
        Text = new Wording("Text", ""),
        Origin = Origin(),
    };

    private static Origin Origin() => new(new Provenance("Source", null, Confidence.A), "");
}
