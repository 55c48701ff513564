using System.Xml;
using System.Xml.Linq;

namespace Noroshi.Tests.Capacity.Iati.Checking;

/// <summary>A valid file with one to three random changes: elements and attributes removed, doubled, moved, renamed, added, values replaced.</summary>
internal sealed class Mutation
{
    private static readonly string[] Values =
    [
        "", " ", "1", " 7 ", "0", "-1", "+3", "1.5", ".5", "5.", ".", "-", "1e3", "1,000", "true", "false", "TRUE", " true ", "2014-02-28", "2014-02-29", "2016-02-29", "2014-2-1", "2014-01-01Z",
        "2014-01-01+09:00", "2014-01-01T00:00:00", "2014-01-01T24:00:00", "2014-01-01T23:59:59.123Z", "2014-01-01T25:00:00", " 2014-01-01 ", "en", "en-GB", "x-klingon", "e n", "english-language", "toolonglanguage", "日本語",
        "https://example.org/a?b=c#d", "http://", "http://[", "a b", "##", "mailto:x@example.org", "99999999999", "-0", "00012", "123456789012345678901234567890", "79228162514264337593543950336", "0.1234567890123456789012345678901234567890", "a\tb", "\n",
    ];

    private static readonly XNamespace Extension = "https://example.org/extension";
    private readonly Random _random;
    private readonly List<string> _story = [];
    private readonly List<string> _names;

    public Mutation(Random random, IReadOnlyList<PublishedFile> seeds)
    {
        _random = random;
        Seed = seeds[random.Next(seeds.Count)];
        var document = XDocument.Load(new MemoryStream(Seed.Bytes), LoadOptions.PreserveWhitespace);
        _names = [.. document.Descendants().Select(element => element.Name.LocalName).Distinct(), "narrative", "value", "title", "result", "description", "nonsense"];
        for (var left = 1 + random.Next(3); left > 0; left--) Change(document);
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { CheckCharacters = true })) document.Save(writer);
        Bytes = written.ToArray();
    }

    public PublishedFile Seed { get; }

    public byte[] Bytes { get; }

    public string Story => $"{Seed.Name}: {string.Join("; ", _story)}";

    private void Change(XDocument document)
    {
        var elements = document.Root!.Descendants().ToList();
        if (elements.Count == 0) return;
        var element = elements[_random.Next(elements.Count)];
        var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
        var attribute = attributes.Count == 0 ? null : attributes[_random.Next(attributes.Count)];
        var kind = _random.Next(16);
        _story.Add($"{kind} {element.Name.LocalName}{(attribute is null ? "" : "@" + attribute.Name.LocalName)}");
        switch (kind)
        {
            case 0: element.Remove(); break;
            case 1: element.AddAfterSelf(new XElement(element)); break;
            case 2: Move(element, elements[_random.Next(elements.Count)]); break;
            case 3 when element.PreviousNode is { } before: element.Remove(); before.AddBeforeSelf(element); break;
            case 4: element.Name = element.Name.Namespace + _names[_random.Next(_names.Count)]; break;
            case 5: attribute?.Remove(); break;
            case 6 or 7 or 8: if (attribute is not null) attribute.Value = Value(); break;
            case 9: element.SetAttributeValue(Pick("code", "type", "percentage", "iso-date", "value-date", "currency", "foo", "year"), Value()); break;
            case 10: element.SetAttributeValue(Extension + "note", Value()); break;
            case 11: element.SetAttributeValue(XNamespace.Xml + Pick("lang", "base", "foo"), Pick("en", "", Value())); break;
            case 12: element.Add(new XElement(Extension + "more", new XAttribute(Pick("foo", "value-date"), Value()), new XElement(Pick("narrative", "nonsense", "sector", "value"), new XAttribute("code", "x"), Value()))); break;
            case 13: element.Add(new XText(Value())); break;
            case 14 when !element.HasElements: element.Value = Value(); break;
            case 15: element.AddFirst(new XComment("between"), new XCData(Pick(" ", "x", ""))); break;
        }
    }

    private static void Move(XElement element, XElement to)
    {
        if (to.AncestorsAndSelf().Contains(element)) return;
        element.Remove();
        to.Add(element);
    }

    private string Value() => Values[_random.Next(Values.Length)];

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
