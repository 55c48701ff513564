using System.Text;
using System.Xml;
using Noroshi.Capacity.Iati.Xml;

namespace Noroshi.Tests.Capacity.Iati.Xml;

/// <summary>Our own reader of XML against the platform's: the same files are well-formed, and the same tokens come out.</summary>
public sealed class Utf8XmlTests
{
    private static readonly string[] Pieces =
    [
        "<", ">", "/", "</", "/>", "&", "&amp;", "&#32;", "&#x9;", "&#0;", "&lt", "&foo;", "\"", "'", "=", " ", "\n", "<!--", "-->", "--", "<![CDATA[", "]]>", "<?", "?>", "<?pi x?>", "<?xml version=\"1.0\"?>", "xmlns", "xmlns:p=\"urn:p\"", "xmlns=\"\"",
        "p:", ":", "xml:lang=\"en\"", "a=\"1\"", "p:a=\"2\"", "<a>", "</a>", "<a/>", "<p:b>", "日本", "é", "\u0001", "\uFFFE", "1", "-", "xsi:", "\t", "\r\n", "<a:b:c/>",
    ];

    private static readonly string[] Seeds =
    [
        "<a/>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xmlns:p=\"urn:p\" p:c='1' d=\"2\"><b>text &amp; more</b><p:e/><!-- note --><![CDATA[<raw>]]></a>\n",
        "<a xmlns=\"urn:d\" xml:lang=\"ja\"><b xmlns=\"\">日本語</b><?pi data?></a>", "<a><b x=\"1\" y=\"2\"/><b x='3'/></a>",
    ];

    [Fact]
    public void File_WhenChangedAtRandom_IsWellFormedForBothReadersOrForNone()
    {
        var (good, bad) = (0, 0);
        for (var round = 0; round < 60_000; round++)
        {
            var random = new Random(round);
            var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
            for (var left = random.Next(3); left >= 0; left--)
            {
                var at = random.Next(text.Length + 1);
                if (random.Next(3) == 0 && at < text.Length) text.Remove(at, Math.Min(text.Length - at, 1 + random.Next(4)));
                if (random.Next(3) != 0) text.Insert(Math.Min(at, text.Length), Pieces[random.Next(Pieces.Length)]);
            }

            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            var theirs = Theirs(bytes);

            // The platform compares only the first three characters of the version; XML 1.0 wants no others.
            if (theirs is not null && text.ToString().StartsWith("<?xml version=\"1.0", StringComparison.Ordinal) && text[18] != '"') theirs = null;
            Ours(new MemoryStream(bytes)).ShouldBe(theirs, $"{round}: {text}");
            if (theirs is null) bad++;
            else good++;
        }

        good.ShouldBeGreaterThan(5_000);
        bad.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public void File_WhenItsBytesAreChanged_IsWellFormedForBothReadersOrForNone()
    {
        var seed = Encoding.UTF8.GetBytes(Seeds[2] + "<!-- é 日 -->");
        for (var at = 0; at < seed.Length; at++)
        {
            foreach (var value in new byte[] { 0, 8, 0x20, 0x3C, 0x7F, 0x80, 0xBF, 0xC0, 0xC3, 0xE3, 0xED, 0xEF, 0xF4, 0xF8, 0xFF })
            {
                var bytes = (byte[])seed.Clone();
                bytes[at] = value;
                (Ours(new MemoryStream(bytes)) is null).ShouldBe(Theirs(bytes) is null, $"byte {at} = {value:X2}");
            }
        }
    }

    [Fact]
    public void File_WhenItComesInPieces_GivesTheSameTokens()
    {
        var bytes = Encoding.UTF8.GetBytes(Seeds[1].Replace("text", new string('文', 200_000), StringComparison.Ordinal));
        var whole = Ours(new MemoryStream(bytes)).ShouldNotBeNull();
        foreach (var size in new[] { 1, 2, 3, 7, 4096 }) Ours(new SlowStream(bytes, size)).ShouldBe(whole);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    public void File_WhenInAnotherEncoding_IsReadAsIfInUtf8(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"<?xml version=\"1.0\" encoding=\"{name.Replace("BE", "", StringComparison.Ordinal)}\"?><a b=\"caf{(name == "us-ascii" ? "e" : "é")}\"/>";
        var bytes = encoding.GetPreamble().Concat(encoding.GetBytes(text)).ToArray();
        Ours(new MemoryStream(bytes)).ShouldBe(Theirs(bytes));
    }

    internal static string? Theirs(byte[] bytes)
    {
        try
        {
            var told = new StringBuilder();
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    var isEmpty = reader.IsEmptyElement;
                    told.Append('<').Append(reader.Name);
                    while (reader.MoveToNextAttribute()) told.Append(' ').Append(reader.Name);
                    reader.MoveToElement();
                    told.Append(isEmpty ? "/>" : ">");
                }
                else if (reader.NodeType == XmlNodeType.EndElement) told.Append("</").Append(reader.Name).Append('>');
            }

            return told.ToString();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Ours(Stream stream)
    {
        try
        {
            var told = new StringBuilder();
            var xml = Utf8Xml.Open(stream);
            while (true)
            {
                switch (xml.Next())
                {
                    case XmlToken.Start:
                        told.Append('<').Append(Encoding.UTF8.GetString(xml.Name));
                        foreach (var each in xml.Attributes) told.Append(' ').Append(Encoding.UTF8.GetString(xml.Bytes.Slice(each.Name, each.NameLength)));
                        told.Append(xml.IsEmpty ? "/>" : ">");
                        break;
                    case XmlToken.End:
                        told.Append("</").Append(Encoding.UTF8.GetString(xml.Name)).Append('>');
                        break;
                    case XmlToken.Nothing:
                        return told.ToString();
                }
            }
        }
        catch (XmlFaultException)
        {
            return null;
        }
    }

    private sealed class SlowStream(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(most, buffer.Length)]);
    }
}
