using System.Text;
using Noroshi.Capacity.Iati.Standard;
using Noroshi.Capacity.Iati.Xml;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>Writes down what is wrong, as long as findings are kept; afterwards it only counts.</summary>
internal sealed class Complaints(Utf8Xml xml, ElementTrail trail, IatiVerdict verdict)
{
    private const int Longest = 80;
    private static readonly NameTable _names = Iati203.Tables.Names;

    internal void Error(string rule, int depth, string message) => Add(true, rule, depth, xml.Line, message);

    /// <summary>An error or a warning of the rule set, on the line where the element begins.</summary>
    internal void Rule(IatiRule rule, int depth, string message) => Add(rule.IsError, rule.Id, depth, trail[depth].Line, message);

    /// <summary>The current element does not belong where it stands.</summary>
    internal void Unplaced(string rule, int parent)
    {
        if (!verdict.KeepsErrors)
        {
            verdict.Count(true, null);
            return;
        }

        var (name, within) = (Short(xml.Name), Short(xml.NameAt(parent)));
        var place = trail[parent].Place;
        var before = rule == "element.order" && trail[parent].Type.Children[place].Name is > 0 and var number ? _names.NameOf(number) : "elements of other namespaces";
        Add(true, rule, parent, xml.Line, rule switch
        {
            "element.order" => $"{name} stands behind {before} but must stand before. Move it.",
            "element.twice" => $"{name} stands more than once in {within}. Keep one.",
            "element.in-value" => $"{within} holds a value and no elements. Remove {name}.",
            _ => $"{within} does not know {name}. Check the spelling, remove it, or put an extension into a namespace of its own.",
        });
    }

    internal void Missing(int child, int depth)
    {
        if (verdict.KeepsErrors) Add(true, "element.missing", depth, xml.Line, $"{Short(xml.NameAt(depth))} lacks {_names.NameOf(child)}. Add it in its place.");
        else verdict.Count(true, null);
    }

    internal void MissingAttribute(AttributeRule attribute, int depth)
    {
        if (verdict.KeepsErrors) Add(true, "attribute.missing", depth, xml.Line, $"{Short(xml.NameAt(depth))} lacks the attribute {_names.NameOf(attribute.Name)}{(attribute.Kind == ValueKind.Text ? "" : ", " + IatiValue.Wanted(attribute.Kind))}. Add it.");
        else verdict.Count(true, null);
    }

    internal void UnknownAttribute(int depth, ReadOnlySpan<byte> name)
    {
        if (verdict.KeepsErrors) Add(true, "attribute.unknown", depth, xml.Line, $"{Short(xml.NameAt(depth))} does not know the attribute {Short(name)}. Check the spelling or remove it.");
        else verdict.Count(true, null);
    }

    internal void WrongValue(string rule, int depth, ReadOnlySpan<byte> value, ValueKind wanted)
    {
        if (verdict.KeepsErrors) Add(true, rule, depth, xml.Line, $"'{Short(value)}' is not {IatiValue.Wanted(wanted)}. Correct it.");
        else verdict.Count(true, null);
    }

    internal void WrongAttribute(string rule, int depth, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, ValueKind wanted)
    {
        if (verdict.KeepsErrors) Add(true, rule, depth, xml.Line, $"The attribute {Short(name)} is '{Short(value)}', not {IatiValue.Wanted(wanted)}. Correct it.");
        else verdict.Count(true, null);
    }

    /// <summary>A code that is on none of the lists of the standard: a warning, because lists grow between releases.</summary>
    internal void UnknownCode(CodeList list, int depth, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (verdict.KeepsWarnings) Add(IatiRules.Code.IsError, IatiRules.Code.Id, depth, xml.Line, $"The attribute {Short(name)} is '{Short(value)}', which is not on the list {list.Name} ({string.Join(", ", list.Codes)}). Correct it.");
        else verdict.Count(false, null);
    }

    private void Add(bool isError, string rule, int depth, int line, string message) =>
        verdict.Count(isError, (isError ? verdict.KeepsErrors : verdict.KeepsWarnings) ? new IatiFinding(line, trail.PathOf(depth), rule, message) : null);

    private static string Short(ReadOnlySpan<byte> text)
    {
        if (text.Length <= Longest) return Encoding.UTF8.GetString(text);
        var end = Longest;
        while (end > 0 && (text[end] & 0xC0) == 0x80) end--;
        return Encoding.UTF8.GetString(text[..end]) + "…";
    }
}
