using Noroshi.Observatory.Enrichment;

namespace Noroshi.Tests.Observatory.Enrichment;

public sealed class PrefixTests
{
    [Theory]
    [InlineData("192.0.2.0/24", "192.0.2.0", "192.0.2.255")]
    [InlineData("0.0.0.0/0", "0.0.0.0", "255.255.255.255")]
    [InlineData("240.1.2.3/32", "240.1.2.3", "240.1.2.3")]
    [InlineData("2001:db8::/32", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:db8::1/128", "2001:db8::1", "2001:db8::1")]
    public void TryParse_WhenWellFormed_CoversFirstToLast(string text, string first, string last)
    {
        Prefix.TryParse(text, out var prefix, out _).ShouldBeTrue();
        prefix.First.ToString().ShouldBe(first);
        prefix.Last.ToString().ShouldBe(last);
    }

    [Theory]
    [InlineData("192.0.2.0", "write an address and a length")]
    [InlineData("192.0.2.0/33", "from 0 to 32")]
    [InlineData("192.0.2.0/-1", "from 0 to 32")]
    [InlineData("192.0.2.0/ 24", "from 0 to 32")]
    [InlineData("192.0.2.1/24", "192.0.2.0/24")]
    [InlineData("2001:db8::1/64", "2001:db8::/64")]
    [InlineData("2001:db8::/129", "from 0 to 128")]
    [InlineData("::ffff:192.0.2.0/120", "write it as IPv4")]
    [InlineData("::/0", "2000::/3")]
    [InlineData("192.0.2/24", "write an address and a length")]
    [InlineData("fe80::1%1/64", "write an address and a length")]
    [InlineData("", "write an address and a length")]
    public void TryParse_WhenMalformed_SaysWhatToWrite(string text, string advice)
    {
        Prefix.TryParse(text, out _, out var problem).ShouldBeFalse();
        problem.ShouldContain(advice);
    }
}
