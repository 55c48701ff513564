using System.Text;
using System.Text.Json;
using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Objects;

public sealed class CanonicalJsonTests
{
    // Samples of RFC 8785, appendix B, and neighbours of the places where the layout changes.
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("1", "1")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("1e30", "1e+30")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("0.000000000000000000000000001", "1e-27")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("295147905179352830000", "295147905179352830000")]
    [InlineData("9.999999999999997e22", "9.999999999999997e+22")]
    [InlineData("1e21", "1e+21")]
    [InlineData("999999999999999900000", "999999999999999900000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("-1234.5678", "-1234.5678")]
    [InlineData("1200", "1200")]
    [InlineData("1e16", "10000000000000000")]
    public void Number_WhenWritten_LooksAsInEcmaScript(string json, string expected) => Canonical(json).ShouldBe(expected);

    [Fact]
    public void Object_WhenWritten_IsSortedByCodeUnits() =>
        Canonical("""{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew","1":"One","\ud83d\ude00":"Smiley","\u0080":"Control","\u00f6":"o"}""")
            .ShouldBe("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"o\",\"€\":\"Euro Sign\",\"😀\":\"Smiley\",\"\ufb33\":\"Hebrew\"}");

    [Fact]
    public void Text_WhenWritten_IsEscapedAsLittleAsPossible() =>
        Canonical("""["\u0000\u001f\b\t\n\f\r\"\\\/<>&+\u00e9",true,null,{},[]]""").ShouldBe("[\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/<>&+é\",true,null,{},[]]");

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.Bytes(document.RootElement));
    }
}
