using FsCheck;
using FsCheck.Fluent;
using Noroshi.Kernel;

namespace Noroshi.Tests.Kernel.Places;

public class CountryCodeTests
{
    private static readonly Arbitrary<string> TwoLetters =
        Gen.Elements("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".ToCharArray()).ArrayOf(2).Select(letters => new string(letters)).ToArbitrary();

    [Fact]
    public void Parse_WhenGivenTwoLetters_WritesThemInUpperCase() =>
        Prop.ForAll(TwoLetters, text => string.Equals(CountryCode.Parse(text).ToString(), text.ToUpperInvariant(), StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void FromPacked_WhenGivenWhatWasPacked_IsTheSameCode() =>
        Prop.ForAll(TwoLetters, text => CountryCode.FromPacked(CountryCode.Parse(text).Packed) == CountryCode.Parse(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void CompareTo_WhenGivenTwoCodes_OrdersThemAsText() =>
        Prop.ForAll(TwoLetters, TwoLetters, (left, right) =>
            Math.Sign(CountryCode.Parse(left).CompareTo(CountryCode.Parse(right)))
            == Math.Sign(string.CompareOrdinal(left.ToUpperInvariant(), right.ToUpperInvariant()))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("J")]
    [InlineData("JPN")]
    [InlineData("J1")]
    [InlineData("日本")]
    [InlineData("ÄÖ")]
    public void TryParse_WhenNotTwoAsciiLetters_Refuses(string text)
    {
        CountryCode.TryParse(text, out var code).ShouldBeFalse();
        code.ShouldBe(CountryCode.Unknown);
        Should.Throw<FormatException>(() => CountryCode.Parse(text)).Message.ShouldContain("ISO 3166-1");
    }

    [Fact]
    public void Unknown_WhenWritten_IsEmpty()
    {
        CountryCode.Unknown.IsKnown.ShouldBeFalse();
        CountryCode.Unknown.ToString().ShouldBeEmpty();
    }
}
