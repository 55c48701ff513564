using System.Text;
using Noroshi.Capacity.Iati.Checking;

namespace Noroshi.Tests.Capacity.Iati.Checking;

/// <summary>Hostile and broken files: each is refused with its reason, none costs memory or reaches beyond the file.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("", "xml.cut-off")]
    [InlineData("not XML at all", "xml.not-well-formed")]
    [InlineData("<iati-activities version=\"2.03\"><iati-activity>", "xml.cut-off")]
    [InlineData("<iati-activities version=\"2.03\"", "xml.cut-off")]
    [InlineData("<!DOCTYPE iati-activities [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><iati-activities version=\"2.03\">&b;</iati-activities>", "xml.dtd")]
    [InlineData("<!DOCTYPE iati-activities SYSTEM \"file:///etc/passwd\"><iati-activities version=\"2.03\"/>", "xml.dtd")]
    [InlineData("<iati-activities version=\"2.03\">&xxe;</iati-activities>", "xml.not-well-formed")]
    [InlineData("<iati-activities version=\"2.03\"></iati-activity>", "xml.not-well-formed")]
    [InlineData("<?xml version=\"1.0\" encoding=\"klingon\"?><iati-activities version=\"2.03\"/>", "xml.encoding")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?><iati-activities version=\"2.03\"/>", "xml.encoding")]
    public void File_WhenBrokenOrHostile_IsNotRead(string text, string rule)
    {
        var verdict = Judge(Encoding.UTF8.GetBytes(text));
        (verdict.IsValid, verdict.WasRead).ShouldBe((false, false));
        verdict.Errors[^1].Rule.ShouldBe(rule);
    }

    [Fact]
    public void File_WhenNotUtf8_SaysTheLine()
    {
        var bytes = ExampleFile.Of(1);
        bytes[bytes.AsSpan().IndexOf("Nothing"u8)] = 0xFF;
        var error = Judge(bytes).Errors.ShouldHaveSingleItem();
        (error.Rule, error.Line).ShouldBe(("xml.encoding", 7));
    }

    [Fact]
    public void File_WhenAnAttributeIsHuge_IsRefusedBeforeItFillsTheMemory()
    {
        using var endless = new RepeatedStream("<iati-activities version=\"", "x", long.MaxValue);
        Judge(endless).Errors.ShouldHaveSingleItem().Rule.ShouldBe("xml.limit");
        endless.Given.ShouldBeLessThan(64 << 20);
    }

    [Fact]
    public void File_WhenNestedWithoutEnd_IsRefused()
    {
        using var endless = new RepeatedStream("<iati-activities version=\"2.03\" xmlns:x=\"urn:x\">", "<x:a>", long.MaxValue);
        Judge(endless).Errors[^1].Rule.ShouldBe("xml.limit");
        endless.Given.ShouldBeLessThan(4 << 20);
    }

    [Fact]
    public void File_WhenEverythingIsWrong_KeepsTheFirstFindingsAndCountsTheRest()
    {
        using var wrong = new RepeatedStream("<iati-activities version=\"2.03\">", "<oops/>", 3_000_000);
        var verdict = Judge(wrong);
        verdict.Errors.Count(error => error.Rule == "element.unknown").ShouldBe(IatiVerdict.MostKept);
        verdict.ErrorCount.ShouldBeGreaterThan(400_000);
        (verdict.Errors[0].Line, verdict.Errors[0].Path).ShouldBe((1, "/iati-activities"));
    }

    [Fact]
    public void Finding_WhenAValueIsWrong_SaysLinePathRuleAndRemedy()
    {
        var verdict = Judge(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(ExampleFile.Of(1, 2)).Replace("2025-04-01\">1000<", "2025-04-01\">1,000<", StringComparison.Ordinal)));
        verdict.Errors.Count.ShouldBe(2);
        verdict.Errors[1].ShouldBe(new IatiFinding(27, "/iati-activities/iati-activity[2]/budget[1]/value", "value.decimal", "'1,000' is not a number such as 1250000.50, without thousands separators, blanks or currency. Correct it."));
    }

    private static IatiVerdict Judge(byte[] bytes) => Judge(new MemoryStream(bytes));

    private static IatiVerdict Judge(Stream stream) => IatiValidator.Run(stream, new DateOnly(2026, 11, 28));

    /// <summary>A beginning, and then the same piece again and again.</summary>
    private sealed class RepeatedStream(string start, string piece, long most) : MemoryStream
    {
        private readonly byte[] _start = Encoding.UTF8.GetBytes(start), _piece = Encoding.UTF8.GetBytes(piece);

        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var at = 0;
            for (; at < buffer.Length && Given < most; at++, Given++) buffer[at] = Given < _start.Length ? _start[Given] : _piece[(Given - _start.Length) % _piece.Length];
            return at;
        }
    }
}
