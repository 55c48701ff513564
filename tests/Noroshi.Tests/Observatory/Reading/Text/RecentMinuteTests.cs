using System.Text;
using Noroshi.Observatory.Reading;

namespace Noroshi.Tests.Observatory.Reading.Text;

/// <summary>What is remembered of the last time never makes the next one differ from reading it whole.</summary>
public sealed class RecentMinuteTests
{
    [Fact]
    public void Time_OfTheSameMinute_IsReadFromMemory()
    {
        var minute = default(RecentMinute);
        Learn(ref minute, "2025-06-01T10:00:59.999999+0900");
        Take(minute, "2025-06-01T10:00:00.000001+0900").ShouldBe(Whole("2025-06-01T10:00:00.000001+0900"));
    }

    [Theory]
    [InlineData("2025-06-01T10:01:00.000001+0900")]
    [InlineData("2025-06-01T10:00:00.000001+0000")]
    [InlineData("2025-06-01T10:00:60.000001+0900")]
    [InlineData("2025-06-01T10:00:00.00001+09000")]
    [InlineData("2025-06-01T10:00:00.0000001+090")]
    [InlineData("2025-06-01T10:00:0x.000001+0900")]
    [InlineData("2025-06-01T10:00:00.000001Z")]
    public void Time_OfAnotherMinuteOrWriting_IsLeftToTheWholeReading(string text)
    {
        var minute = default(RecentMinute);
        Take(minute, text).ShouldBeNull();
        Learn(ref minute, "2025-06-01T10:00:00.123456+0900");
        Take(minute, text).ShouldBeNull();
    }

    [Fact]
    public void Times_ChangedAtRandom_AgreeWithTheWholeReading()
    {
        var random = new Random(20_250_602);
        var minute = default(RecentMinute);
        var taken = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var text = Encoding.Latin1.GetBytes("2025-06-01T10:00:00.123456+0900");
            text[random.Next(text.Length)] = (byte)('0' + random.Next(10));
            text[random.Next(17, 26)] = (byte)random.Next(32, 127);
            if (text.Contains((byte)'"')) continue;
            var line = Encoding.Latin1.GetString(text);
            if (Take(minute, line) is { } micros)
            {
                taken++;
                micros.ShouldBe(Whole(line), line);
            }

            if (TimeText.TryReadIso(text, out _)) Learn(ref minute, line);
        }

        taken.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("0,", 1, 0u)]
    [InlineData("7}", 1, 7u)]
    [InlineData("65535,", 5, 65_535u)]
    [InlineData("1234567:", 7, 1_234_567u)]
    [InlineData("x", 0, 0u)]
    public void Digits_UpToSeven_AreReadAtOnce(string text, int count, uint number)
    {
        DigitRun.TryReadShort(Encoding.Latin1.GetBytes(text + "\u00FF9999999"), 0, out var counted, out var read).ShouldBeTrue();
        counted.ShouldBe(count);
        read.ShouldBe(number);
    }

    [Fact]
    public void Digits_LongerOrAtTheEnd_AreLeftToTheLoop()
    {
        DigitRun.TryReadShort("12345678,"u8, 0, out _, out _).ShouldBeFalse();
        DigitRun.TryReadShort("123,"u8, 0, out _, out _).ShouldBeFalse();
        DigitRun.Length("1234567890123456,                 "u8, 0).ShouldBe(16);
        DigitRun.Length("1234567890123456,"u8, 0).ShouldBe(-1);
    }

    private static void Learn(ref RecentMinute minute, string text) => minute.Learn(Line(text), 0, text.Length, Whole(text));

    private static long? Take(RecentMinute minute, string text)
    {
        var at = 0;
        if (!minute.TryRead(Line(text), ref at, out var micros)) return null;
        at.ShouldBe(text.Length + 1);
        return micros;
    }

    private static long Whole(string text)
    {
        TimeText.TryReadIso(Encoding.Latin1.GetBytes(text), out var micros).ShouldBeTrue(text);
        return micros;
    }

    private static byte[] Line(string text) => Encoding.Latin1.GetBytes(text + "\",\"flow_id\":1}");
}
