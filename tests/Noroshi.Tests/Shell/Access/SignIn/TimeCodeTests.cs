using Noroshi.Shell.Access;

namespace Noroshi.Tests.Shell.Access.SignIn;

public sealed class TimeCodeTests
{
    // "12345678901234567890" of RFC 6238 Appendix B, in base32.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_WhenOfTheStandard_IsTheStandards(long seconds, string code)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        TimeCode.At(Key, at).ShouldBe(code);
        TimeCode.Match(Key, code, at).ShouldBe(seconds / 30);
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void Match_WhenTheClocksDiffer_AllowsOneStep(int seconds, bool matches)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        (TimeCode.Match(Key, TimeCode.At(Key, now.AddSeconds(seconds)), now) is not null).ShouldBe(matches);
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870821")]
    [InlineData("28708a")]
    [InlineData("２８７０８２")]
    public void Match_WhenNotSixDigits_IsNone(string code) => TimeCode.Match(Key, code, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBeNull();
}
