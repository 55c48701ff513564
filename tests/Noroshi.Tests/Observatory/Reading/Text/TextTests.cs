using System.Globalization;
using System.Net;
using System.Text;
using Noroshi.Observatory.Reading;

namespace Noroshi.Tests.Observatory.Reading.Text;

public sealed class TextTests
{
    [Theory]
    [InlineData("2025-06-01T10:00:00.123456+0900", "2025-06-01T01:00:00.1234560Z")]
    [InlineData("2025-06-01T10:00:00.123456+09:00", "2025-06-01T01:00:00.1234560Z")]
    [InlineData("2025-06-01 10:00:00", "2025-06-01T10:00:00.0000000Z")]
    [InlineData("2024-02-29T23:59:59.9Z", "2024-02-29T23:59:59.9000000Z")]
    [InlineData("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("9998-12-31T23:59:59.999999999Z", "9998-12-31T23:59:59.9999990Z")]
    [InlineData("2000-03-01T00:00:00-0330", "2000-03-01T03:30:00.0000000Z")]
    public void Time_InIsoForms_IsTheInstant(string text, string expected)
    {
        TimeText.TryReadIso(Encoding.ASCII.GetBytes(text), out var micros).ShouldBeTrue();
        DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond).UtcDateTime.ToString("O", CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2025-02-29T00:00:00Z")]
    [InlineData("2025-06-01T24:00:00Z")]
    [InlineData("2025-06-01T10:00:00.Z")]
    [InlineData("2025-06-01T10:00:00+9")]
    [InlineData("2025-06-01T10:00:00 JST")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("1970-01-01T00:00:00+0100")]
    [InlineData("2025-6-1T10:00:00Z")]
    [InlineData("")]
    public void Time_ThatIsNone_IsRefused(string text) => TimeText.TryReadIso(Encoding.ASCII.GetBytes(text), out _).ShouldBeFalse();

    [Fact]
    public void Time_OfEveryDayUntil2100_AgreesWithTheCalendar()
    {
        for (var day = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc); day.Year < 2101; day = day.AddDays(1))
        {
            TimeText.TryReadIso(Encoding.ASCII.GetBytes(day.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)), out var micros).ShouldBeTrue();
            micros.ShouldBe((day - DateTime.UnixEpoch).Ticks / 10);
        }
    }

    [Theory]
    [InlineData("1748736000.123456", 1748736000_123456)]
    [InlineData("1748736000.1234567", 1748736000_123456)]
    [InlineData("0", 0L)]
    [InlineData("253402300800", null)]
    [InlineData("9999999999999999999999", null)]
    [InlineData("-1", null)]
    [InlineData("1.", null)]
    [InlineData(".5", null)]
    [InlineData("1e5", null)]
    public void Time_InSeconds_KeepsMicroseconds(string text, long? expected)
    {
        var read = TimeText.TryReadEpochSeconds(Encoding.ASCII.GetBytes(text), out var micros);

        (read ? micros : (long?)null).ShouldBe(expected);
    }

    [Fact]
    public void Address_OfEveryForm_AgreesWithThePlatform()
    {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(2) == 0 ? 4 : 16];
            random.NextBytes(bytes);
            if (bytes.Length == 16 && random.Next(2) == 0) Array.Clear(bytes, 2, 10);
            var text = new IPAddress(bytes).ToString();
            AddressText.TryRead(Encoding.ASCII.GetBytes(text), out var address).ShouldBeTrue(text);
            address.ToIPAddress().MapToIPv6().ShouldBe(new IPAddress(bytes).MapToIPv6());
        }
    }

    [Fact]
    public void Address_ReadSixteenBytesAtOnce_AgreesWithOneByOne()
    {
        var random = new Random(4);
        const string alphabet = "0123456789....12 25:";
        int read = 0;
        for (var i = 0; i < 400_000; i++)
        {
            var text = random.Next(3) == 0
                ? string.Concat(Enumerable.Range(0, 7 + random.Next(9)).Select(_ => alphabet[random.Next(alphabet.Length)]))
                : string.Join('.', Enumerable.Range(0, 4).Select(_ => random.Next(40) switch { 0 => "256", 1 => "00", 2 => "", 3 => "1000", 4 => "01", _ => (random.Next(256) >> random.Next(8)).ToString(CultureInfo.InvariantCulture) }));
            if (text.Length is < 7 or > 15) continue;
            var line = Encoding.ASCII.GetBytes("xx" + text + "\"\t999.9.9.9.9.9.9.9");
            DottedQuad.CanRead(line, 2).ShouldBe(System.Runtime.Intrinsics.X86.Ssse3.IsSupported);
            if (!DottedQuad.CanRead(line, 2)) return;
            var expected = AddressText.TryReadIPv4(Encoding.ASCII.GetBytes(text), out var one);
            DottedQuad.TryRead(line, 2, text.Length, out var all).ShouldBe(expected, text);
            if (!expected) continue;
            all.ShouldBe(one, text);
            read++;
        }

        read.ShouldBeGreaterThan(100_000);
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("01.2.3.4")]
    [InlineData("1..3.4")]
    [InlineData("1.2.3.4 ")]
    [InlineData("fe80::1%2")]
    [InlineData("16909060")]
    [InlineData("::1::")]
    [InlineData("")]
    public void Address_ThatIsNone_IsRefused(string text) => AddressText.TryRead(Encoding.ASCII.GetBytes(text), out _).ShouldBeFalse();
}
