using Noroshi.Node.Hosting;
using Noroshi.Storage;

namespace Noroshi.Tests.Node;

public sealed class ShiftedClockTests
{
    [Theory]
    [InlineData("600", 600)]
    [InlineData("-600", -600)]
    public void Clock_WhenShifted_IsWrongByThat(string asked, int seconds) =>
        (ShiftedClock.Read(asked, exercise: true).GetUtcNow() - TimeProvider.System.GetUtcNow()).ShouldBe(TimeSpan.FromSeconds(seconds), TimeSpan.FromMinutes(1));

    [Fact]
    public void Clock_WhenTheNodeIsNoExercise_IsNotShifted() =>
        Should.Throw<RefusalException>(() => ShiftedClock.Read("600", exercise: false)).Message.ShouldContain("--exercise");

    [Theory]
    [InlineData("ten")]
    [InlineData("1e3")]
    [InlineData("99999999999")]
    public void Clock_WhenTheShiftIsNoNumberOfSeconds_IsRefused(string asked) =>
        Should.Throw<RefusalException>(() => ShiftedClock.Read(asked, exercise: true)).ExitCode.ShouldBe(RefusalException.Input);
}
