using System.Buffers;
using System.Numerics;
using System.Text;
using Noroshi.Capacity.Iati.Standard;
using Noroshi.Capacity.Iati.Xml;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>Judges the attributes of a start tag.</summary>
internal sealed class AttributeChecks(Utf8Xml xml, Complaints complaints)
{
    private const int MostIds = 100_000;
    private static readonly Iati203 _tables = Iati203.Tables;
    private readonly ArrayBufferWriter<byte> _decoded = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    internal void Check(ElementType type, int depth)
    {
        if (type.Content == ContentKind.Skipped) return;
        var seen = 0UL;
        foreach (ref var each in xml.Attributes)
        {
            each.Known = 0;
            switch (each.Namespace)
            {
                case NamespaceKind.Declaration:
                    break;
                case NamespaceKind.None:
                    seen |= Own(type, depth, ref each);
                    break;
                case NamespaceKind.Xml:
                    FromXml(type, depth, ref each);
                    break;
                default:
                    Foreign(type, depth, each);
                    break;
            }
        }

        for (var missing = type.Required & ~seen; missing != 0; missing &= missing - 1)
        {
            complaints.MissingAttribute(type.Attributes[BitOperations.TrailingZeroCount(missing)], depth);
        }
    }

    /// <summary>The value of an attribute with its references resolved; good until the next is asked for.</summary>
    internal ReadOnlySpan<byte> ValueOf(in AttributePlace place)
    {
        if (!place.HasReferences) return xml.Raw(place);
        _decoded.ResetWrittenCount();
        XmlReferences.Decode(xml.Raw(place), isAttribute: true, _decoded);
        return _decoded.WrittenSpan;
    }

    private ulong Own(ElementType type, int depth, ref AttributePlace each)
    {
        each.Known = _tables.Names.Find(NameOf(each));
        if (type.Content == ContentKind.Extension)
        {
            if (each.Known == _tables.ValueDateAttribute) Value(ValueKind.Date, depth, each);
            return 0;
        }

        var place = each.Known == 0 ? -1 : type.PlaceOfAttribute(each.Known);
        if (place < 0)
        {
            Unknown(depth, each);
            return 0;
        }

        ref readonly var rule = ref type.Attributes[place];
        if (rule.Kind != ValueKind.Text) Value(rule.Kind, depth, each);
        else if (rule.Codes is { } codes && !codes.Has(ValueOf(each))) complaints.UnknownCode(codes, depth, NameOf(each), ValueOf(each));
        return 1UL << place;
    }

    private void FromXml(ElementType type, int depth, ref AttributePlace each)
    {
        var local = NameOf(each)[4..];
        var isLanguage = local.SequenceEqual("lang"u8);
        if (isLanguage) each.Known = _tables.LanguageAttribute;
        if (!type.IsOpen && !(isLanguage && type.PlaceOfAttribute(each.Known) >= 0)) Unknown(depth, each);
        else if (isLanguage) Value(ValueKind.Language, depth, each);
        else if (local.SequenceEqual("space"u8)) Value(ValueKind.Space, depth, each);
        else if (local.SequenceEqual("base"u8)) Value(ValueKind.Uri, depth, each);
        else if (local.SequenceEqual("id"u8)) Id(depth, each);
    }

    private void Foreign(ElementType type, int depth, in AttributePlace each)
    {
        var local = NameOf(each)[(each.Prefix + 1)..];
        if (each.Namespace == NamespaceKind.SchemaInstance)
        {
            if (local.SequenceEqual("schemaLocation"u8) || local.SequenceEqual("noNamespaceSchemaLocation"u8)) return;
            if (type.Content != ContentKind.Extension && (local.SequenceEqual("type"u8) || local.SequenceEqual("nil"u8)))
            {
                complaints.Error("attribute.xsi", depth, "An element of the standard is always of its own type and never nil. Remove the attribute xsi:type or xsi:nil.");
                return;
            }
        }

        if (!type.IsOpen) Unknown(depth, each);
    }

    private void Value(ValueKind kind, int depth, in AttributePlace each)
    {
        var value = ValueOf(each);
        if (!IatiValue.Is(kind, value)) complaints.WrongAttribute("value." + IatiRules.WordOf(kind), depth, NameOf(each), value, kind);
    }

    private void Id(int depth, in AttributePlace each)
    {
        var value = Encoding.UTF8.GetString(XmlCharacters.Trim(ValueOf(each)));
        try
        {
            System.Xml.XmlConvert.VerifyNCName(value);
            if (_ids.Count < MostIds && value.Length < 1000 && !_ids.Add(value)) complaints.Error("attribute.id", depth, "The value of xml:id stands on another element already. Give each its own.");
        }
        catch (Exception failure) when (failure is System.Xml.XmlException or ArgumentException)
        {
            complaints.Error("attribute.id", depth, "The value of xml:id is not a name. Begin it with a letter and use letters, digits, '.', '-' and '_'.");
        }
    }

    private void Unknown(int depth, in AttributePlace each) => complaints.UnknownAttribute(depth, NameOf(each));

    private ReadOnlySpan<byte> NameOf(in AttributePlace place) => xml.Bytes.Slice(place.Name, place.NameLength);
}
