using System.Globalization;
using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Noroshi.Exchange.AllowLists;
using Noroshi.Exchange.Misp;

namespace Noroshi.Tests.Exchange.AllowLists;

/// <summary>Values on lists are found, others are not, and a list that would silence everything is refused.</summary>
public sealed class AllowIndexTests
{
    private static readonly AllowIndex Index = new(
    [
        Read("""{"name":"EXERCISE blocks","version":7,"type":"cidr","list":["192.0.2.0/24","2001:db8::/32","198.51.100.7"],"matching_attributes":["ip-dst","ip-src","domain|ip","ip-dst|port"]}"""),
        Read("""{"name":"EXERCISE hosts","type":"hostname","list":["a.example",".B.example"],"matching_attributes":["domain","hostname","url","email-src","domain|ip"]}"""),
        Read("""{"name":"EXERCISE hashes","type":"string","list":["d41d8cd98f00b204e9800998ecf8427e"],"matching_attributes":["md5","filename|md5"]}"""),
        Read("""{"name":"EXERCISE parts","type":"substring","list":["/robots.txt"]}"""),
    ]);

    [Theory]
    [InlineData("ip-dst", "192.0.2.255", "blocks")]
    [InlineData("ip-dst", "192.0.2.128/25", "blocks")]
    [InlineData("ip-dst", "192.0.0.0/16", null)]
    [InlineData("ip-src", "2001:db8:ffff::1", "blocks")]
    [InlineData("ip-dst", "::ffff:192.0.2.1", "blocks")]
    [InlineData("ip-dst", "198.51.100.8", null)]
    [InlineData("ip-dst|port", "198.51.100.7|53", "blocks")]
    [InlineData("text", "192.0.2.1", null)]
    [InlineData("domain", "A.EXAMPLE", "hosts")]
    [InlineData("hostname", "www.b.example.", "hosts")]
    [InlineData("domain", "nota.example", null)]
    [InlineData("domain", "example", null)]
    [InlineData("url", "https://user@www.a.example:8443/x", "hosts")]
    [InlineData("url", "https://evil.example/a.example", null)]
    [InlineData("email-src", "x@mail.a.example", "hosts")]
    [InlineData("domain|ip", "c.example|192.0.2.1", "blocks")]
    [InlineData("md5", "D41D8CD98F00B204E9800998ECF8427E", "hashes")]
    [InlineData("filename|md5", "x|d41d8cd98f00b204e9800998ecf8427e", "hashes")]
    [InlineData("sha1", "d41d8cd98f00b204e9800998ecf8427e", null)]
    [InlineData("url", "https://evil.example/Robots.TXT", "parts")]
    public void Value_WhenLookedUp_IsOnTheListThatSpeaksOfIt(string type, string value, string? list) => (Index.Find(type, value)?.Name).ShouldBe(list is null ? null : "EXERCISE " + list);

    [Theory]
    [InlineData("""{"type":"cidr","list":[]}""", "/name")]
    [InlineData("""{"name":"n","type":"regex","list":[]}""", "/type")]
    [InlineData("""{"name":"n","type":"cidr"}""", "/list")]
    [InlineData("""{"name":"n","type":"cidr","list":["192.0.2.0/24","192.0.2.0/33"]}""", "/list/1")]
    [InlineData("""{"name":"n","type":"cidr","list":["1"]}""", "/list/0")]
    [InlineData("""{"name":"n","type":"substring","list":["e"]}""", "/list/0")]
    [InlineData("""{"name":"n","type":"hostname","list":["."]}""", "/list/0")]
    [InlineData("""{"name":"n","type":"string","list":[""]}""", "/list/0")]
    public void List_WhenWrong_IsRefusedWithWhere(string json, string place) => Should.Throw<MispFormatException>(() => Read(json)).Pointer.ShouldBe(place);

    [Fact]
    public void Blocks_WhenLookedUp_AnswerAsOneByOne() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var blocks = Enumerable.Range(0, random.Next(1, 30)).Select(_ => new IPNetwork(Masked(random.Next(), random.Next(1, 33) is var length ? length : 0, out var prefix), prefix)).ToList();
        var index = new AllowIndex([new AllowList("n", "", AllowKind.Cidr, [], [.. blocks.Select(block => block.ToString())])]);
        return Enumerable.Range(0, 50).All(_ =>
        {
            var near = blocks[random.Next(blocks.Count)].BaseAddress.GetAddressBytes();
            near[random.Next(4)] ^= (byte)random.Next(256);
            var address = new IPAddress(near);
            return blocks.Exists(block => block.Contains(address)) == (index.Find("ip-dst", address.ToString()) is not null);
        });
    }));

    private static IPAddress Masked(int bits, int length, out int prefix)
    {
        prefix = length;
        var masked = (uint)bits & (uint)(0xFFFFFFFFUL << (32 - length));
        return IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"{masked >> 24}.{(masked >> 16) & 255}.{(masked >> 8) & 255}.{masked & 255}"));
    }

    private static AllowList Read(string json) => AllowListReader.Read(Encoding.UTF8.GetBytes(json));
}
