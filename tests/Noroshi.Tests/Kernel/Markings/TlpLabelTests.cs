using Noroshi.Kernel;

namespace Noroshi.Tests.Kernel.Markings;

public class TlpLabelTests
{
    [Fact]
    public void TryParse_WhenGivenALabelOfTheStandard_ReadsIt()
    {
        foreach (var marking in Enum.GetValues<Tlp>())
        {
            TlpLabel.TryParse(marking.Label(), out var read).ShouldBeTrue();
            read.ShouldBe(marking);
            TlpLabel.TryParse(marking.Label()[4..].ToLowerInvariant(), out read).ShouldBeTrue();
            read.ShouldBe(marking);
        }
    }

    [Fact]
    public void Label_WhenAmberIsStrict_IsWrittenAsTheStandardDoes() => Tlp.AmberStrict.Label().ShouldBe("TLP:AMBER+STRICT");

    [Theory]
    [InlineData("TLP:WHITE")]
    [InlineData("")]
    [InlineData("TLP:")]
    [InlineData("RED ")]
    public void TryParse_WhenNotInTlp2_Refuses(string text) => TlpLabel.TryParse(text, out _).ShouldBeFalse();
}
