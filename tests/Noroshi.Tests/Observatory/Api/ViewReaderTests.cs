using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Noroshi.Kernel;
using Noroshi.Observatory.Api;
using Noroshi.Observatory.Domain;

namespace Noroshi.Tests.Observatory.Api;

/// <summary>What an address may say, and what it is refused for.</summary>
public sealed class ViewReaderTests
{
    private static readonly DateTimeOffset _lastMinute = new(2026, 3, 14, 23, 59, 0, TimeSpan.Zero);
    private static readonly Held _held = new(_lastMinute.AddDays(-20), _lastMinute);

    [Fact]
    public void Read_WhenNothingIsSaid_IsTheLastFourteenDaysOfDataHeld()
    {
        var view = Accept("");
        view.Filter.From.ShouldBe(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        view.Filter.To.ShouldBe(new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.Zero));
        view.Filter.Unit.ShouldBe(CountingUnit.Packet);
        view.Filter.IncludeResearch.ShouldBeFalse();
        view.Preset.ShouldBe("14d");
        view.ToString().ShouldBe("");
    }

    [Fact]
    public void Read_WhenEveryFilterIsSaid_UnderstandsEach()
    {
        var filter = Accept("?from=2026-03-02&to=2026-03-03T12:30Z&unit=flow&research=true&origin=foreign&target=government&country=ph&asn=4200000000&port=23/tcp&source=240.1.2.3&sector=electricity&organisation=3&class=worm&fingerprint=mirai&sensor=a&sensor=b").Filter;
        filter.To.ShouldBe(new DateTimeOffset(2026, 3, 3, 12, 30, 0, TimeSpan.Zero));
        filter.Unit.ShouldBe(CountingUnit.Flow);
        filter.IncludeResearch.ShouldBeTrue();
        filter.Origin.ShouldBe(Origin.Foreign);
        filter.TargetKind.ShouldBe(TargetKind.Government);
        filter.SourceCountry.ShouldBe(CountryCode.Parse("PH"));
        filter.Asn.ShouldBe(4_200_000_000u);
        filter.Port.ShouldBe(new PortKey(6, 23));
        filter.Source.ShouldBe(NetworkAddress.FromIPv4(0xF0010203));
        filter.Sector.ShouldBe((ushort)6);
        filter.TargetOrganisation.ShouldBe((ushort)3);
        filter.Class.ShouldBe(TrafficClass.Worm);
        filter.Fingerprint.ShouldBe(Fingerprint.Mirai);
        filter.Sensors.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Read_WhenFormsSendEmptyFields_TakesThemAsUnset() => Accept("?country=&asn=&port=&sensor=").ToString().ShouldBe("");

    [Fact]
    public void Read_WhenCountryIsUnknown_AsksForTheUnknownOnes() => Accept("?country=unknown").Filter.SourceCountry.ShouldBe(CountryCode.Unknown);

    [Theory]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?from=2026-13-01", "from")]
    [InlineData("?from=2026-03-02&to=2026-03-02", "from")]
    [InlineData("?from=1991-01-01&to=2026-03-02", "from")]
    [InlineData("?to=2026-03-02T00:00:00%2B09:00", "to")]
    [InlineData("?period=14d&from=2026-03-02", "period")]
    [InlineData("?period=forever", "period")]
    [InlineData("?unit=packets", "unit")]
    [InlineData("?unit=0", "unit")]
    [InlineData("?unit=packet&unit=flow", "unit")]
    [InlineData("?research=1", "research")]
    [InlineData("?country=PHL", "country")]
    [InlineData("?country=%00%01", "country")]
    [InlineData("?asn=-1", "asn")]
    [InlineData("?asn=4294967296", "asn")]
    [InlineData("?asn=AS64512", "asn")]
    [InlineData("?asn=%EF%BC%91", "asn")]
    [InlineData("?port=23", "port")]
    [InlineData("?port=65536/tcp", "port")]
    [InlineData("?port=23/tcp;DROP TABLE", "port")]
    [InlineData("?source=240.1.2", "source")]
    [InlineData("?source=fe80::1%25eth0", "source")]
    [InlineData("?source=240.1.2.3/8", "source")]
    [InlineData("?sector=99", "sector")]
    [InlineData("?organisation=65536", "organisation")]
    [InlineData("?class=Scan", "class")]
    [InlineData("?fingerprint=2", "fingerprint")]
    [InlineData("?origin=domestic'--", "origin")]
    [InlineData("?target=both", "target")]
    [InlineData("?sensor=secret", "sensor")]
    [InlineData("?sensor=../../etc", "sensor")]
    [InlineData("?bin=2h", "bin")]
    [InlineData("?bin=1m&period=14d", "bin")]
    [InlineData("?filter=1", "filter")]
    [InlineData("?Country=PH", "Country")]
    public void Read_WhenAParameterIsWrong_NamesIt(string query, string parameter)
    {
        var reader = Reader();
        reader.Read(QueryHelpers.ParseQuery(query)).ShouldBeNull();
        reader.Problem.ShouldNotBeNull().Parameter.ShouldBe(parameter);
        reader.Problem!.Wrong.ShouldNotBeEmpty();
        reader.Problem.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_WhenAValueIsVeryLong_RefusesItWithoutRepeatingIt()
    {
        var reader = Reader();
        reader.Read([new("country", new string('x', 100_000))]).ShouldBeNull();
        reader.Problem!.ToString().Length.ShouldBeLessThan(500);
    }

    [Fact]
    public void Read_WhenTextIsArbitrary_NeverThrowsAndNeverWidensTheSensors() => Prop.ForAll<string, string>((name, value) =>
    {
        var reader = Reader();
        var names = ViewQuery.Names.Append(name ?? "").ToArray();
        foreach (var each in names)
        {
            var view = Reader().Read([new KeyValuePair<string, StringValues>(each, value)]);
            if (view is not null) view.Filter.Sensors.ShouldNotBeNull().All(sensor => sensor is "a" or "b").ShouldBeTrue();
        }

        return reader.Problem is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Permalink_WhenReadAgain_IsTheSameView()
    {
        var view = Accept("?period=7d&country=PH&port=23/tcp&sensor=a&class=worm&bin=6h");
        var again = Accept(view.Permalink());
        (again.Filter with { Sensors = null }).ShouldBe(view.Filter with { Sensors = null });
        again.Filter.Sensors.ShouldBe(view.Filter.Sensors);
        again.Bin.ShouldBe(view.Bin);
        again.Permalink().ShouldBe(view.Permalink());
    }

    [Fact]
    public void Without_WhenOneOfTwoSensorsIsTakenOff_KeepsTheOther() => Accept("?sensor=a&sensor=b").Without("sensor", "a").ShouldBe("?sensor=b");

    private static ViewReader Reader() => new(_held, ["a", "b"], all: false);

    private static ViewQuery Accept(string query)
    {
        var reader = Reader();
        return reader.Read(QueryHelpers.ParseQuery(query)).ShouldNotBeNull(reader.Problem?.ToString() ?? "");
    }
}
