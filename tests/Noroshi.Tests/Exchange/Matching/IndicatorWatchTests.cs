using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Noroshi.Exchange.AllowLists;
using Noroshi.Exchange.Matching;
using Noroshi.Stix;

namespace Noroshi.Tests.Exchange.Matching;

/// <summary>The table for flows answers as the engine does; what is revoked, over or allowed is not found.</summary>
public sealed class IndicatorWatchTests
{
    private const string Author = "identity--8ae20dde-83d4-4218-88fd-41ef0dabf9d1";
    private static readonly AllowIndex Nothing = new([]);

    [Theory]
    [InlineData("[ipv4-addr:value = '198.51.100.7']", true)]
    [InlineData("[ipv4-addr:value IN ('203.0.113.1', '198.51.100.7')]", true)]
    [InlineData("[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '198.51.100.7' AND network-traffic:dst_port = 23]", true)]
    [InlineData("[network-traffic:dst_ref.value = '198.51.100.7' AND network-traffic:dst_port = 24]", false)]
    [InlineData("[network-traffic:src_ref.value = '198.51.100.7']", false)]
    [InlineData("[network-traffic:src_ref.value = '192.0.2.1']", true)]
    [InlineData("[network-traffic:src_ref.value = '192.0.2.1' AND network-traffic:dst_ref.value = '198.51.100.7']", true)]
    [InlineData("[ipv4-addr:value ISSUBSET '198.51.100.0/24']", true)]
    [InlineData("[ipv4-addr:value ISSUBSET '198.51.0.0/24']", false)]
    [InlineData("[network-traffic:dst_port > 22]", true)]
    [InlineData("[domain-name:value = '198.51.100.7']", false)]
    public void Flow_WhenMatched_IsFoundByWhatAsksForIt(string pattern, bool expected) => Found(Watch(Indicator(pattern))).ShouldBe(expected);

    [Fact]
    public void Indicator_WhenItDoesNotHold_IsNotFound()
    {
        const string Pattern = "[ipv4-addr:value = '198.51.100.7']";
        Found(Watch(Indicator(Pattern, "\"valid_from\":\"2026-11-28T00:00:01Z\""))).ShouldBeFalse();
        Found(Watch(Indicator(Pattern, "\"valid_from\":\"2026-11-28T00:00:00Z\""))).ShouldBeTrue();
        Found(Watch(Indicator(Pattern, "\"valid_from\":\"2026-11-01T00:00:00Z\",\"valid_until\":\"2026-11-28T00:00:00Z\""))).ShouldBeFalse();
        var revoked = Watch(Indicator(Pattern, "\"revoked\":true"));
        Found(revoked).ShouldBeFalse();
        revoked.Left.ShouldHaveSingleItem().Why.ShouldContain("revoked");
        Watch(Indicator("[x", "\"a\":1")).Left.ShouldHaveSingleItem().Why.ShouldContain("its pattern is none");
    }

    [Fact]
    public void Indicator_WhenItsValueIsAllowed_IsNotWatchedFor()
    {
        var allowed = new AllowIndex([AllowListReader.Read("""{"name":"EXERCISE","type":"cidr","list":["198.51.100.0/24"]}"""u8)]);
        var watch = new IndicatorWatch([Indicator("[ipv4-addr:value = '198.51.100.7']"), Indicator("[ipv4-addr:value = '203.0.113.7']")], allowed);
        (watch.Count, watch.Left.ShouldHaveSingleItem().Why).ShouldBe((1, "198.51.100.7 is on the allow list 'EXERCISE'"));
    }

    [Fact]
    public void Table_WhenHeldAgainstTheEngine_AnswersAlike() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        string Address() => $"192.0.2.{random.Next(4)}";
        string Drawn() => random.Next(5) switch
        {
            0 => $"[ipv4-addr:value = '{Address()}']",
            1 => $"[network-traffic:src_ref.value = '{Address()}' AND network-traffic:dst_port = {random.Next(3)}]",
            2 => $"[network-traffic:dst_ref.value = '{Address()}' OR ipv4-addr:value = '{Address()}']",
            3 => $"[ipv4-addr:value ISSUBSET '192.0.2.{random.Next(4)}/31']",
            _ => $"[network-traffic:dst_ref.value = '{Address()}' AND network-traffic:src_ref.value = '{Address()}']",
        };
        var indicators = Enumerable.Range(0, 20).Select(_ => Indicator(Drawn())).ToList();
        var watch = new IndicatorWatch(indicators, Nothing);
        return Enumerable.Range(0, 30).All(_ =>
        {
            var flow = new FlowEvent(Bits(Address()), Bits(Address()), (ushort)random.Next(3), (ushort)random.Next(3), 1_795_824_000);
            List<int> quick = [], slow = [];
            watch.Match(flow, quick);
            watch.Match(FlowObservation.Of(flow), flow.At, slow);
            return quick.Order().SequenceEqual(slow.Order());
        });
    }));

    [Fact]
    public void Sightings_WhenMade_AreValidAndBearTheMarkingsOfTheIndicator()
    {
        const string Marking = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
        var watch = Watch(Indicator("[ipv4-addr:value = '198.51.100.7']", $"\"object_marking_refs\":[\"{Marking}\"]"));
        var (one, other) = (new SightingTally(watch), new SightingTally(watch));
        one.Add([0], 1_700_000_100);
        one.Add([0], 1_700_000_000);
        other.Add([0], 1_700_000_200);
        one.Add(other);
        var item = one.ToStix(Author, DateTimeOffset.FromUnixTimeSeconds(1_795_824_000)).ShouldHaveSingleItem();
        item["count"]!.GetValue<long>().ShouldBe(3);
        item["first_seen"]!.GetValue<string>().ShouldBe("2023-11-14T22:13:20.000Z");
        item["last_seen"]!.GetValue<string>().ShouldBe("2023-11-14T22:16:40.000Z");
        item["object_marking_refs"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe(Marking);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(item.ToJsonString()));
        StixValidator.Validate(stream).Errors.ShouldBeEmpty();
    }

    private static bool Found(IndicatorWatch watch)
    {
        List<int> found = [];
        watch.Match(new FlowEvent(Bits("192.0.2.1"), Bits("198.51.100.7"), 4000, 23, 1_795_824_000), found);
        return found.Count > 0;
    }

    private static IndicatorWatch Watch(JsonElement indicator) => new([indicator], Nothing);

    private static UInt128 Bits(string address) => AddressBits.TryParse(address, out var bits, out _) ? bits : throw new FormatException(address);

    private static JsonElement Indicator(string pattern, string more = "\"valid_from\":\"2026-01-01T00:00:00Z\"") => JsonElement.Parse(string.Create(CultureInfo.InvariantCulture,
        $$"""{"type":"indicator","id":"indicator--{{Guid.NewGuid():D}}","pattern":{{JsonSerializer.Serialize(pattern)}},"pattern_type":"stix",{{more}}}"""));
}
