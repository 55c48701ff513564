using Noroshi.Capacity.Iati.Standard;
using Noroshi.Capacity.Iati.Xml;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>Judges a file of IATI 2.03 as it is read: structure, values, and the rules of the standard. Memory does not grow with the file.</summary>
internal sealed class IatiValidator
{
    private const int Collected = 70_000;
    private static readonly Iati203 _tables = Iati203.Tables;
    private readonly Utf8Xml _xml;
    private readonly ElementTrail _trail;
    private readonly Complaints _complaints;
    private readonly AttributeChecks _attributes;
    private readonly ActivityRules _rules;
    private readonly ValueText _value = new(Collected);
    private readonly IatiVerdict _verdict;
    private int _ordinal;
    private ElementType?[] _globals = _tables.ActivityGlobals;

    private IatiValidator(Utf8Xml xml, IatiVerdict verdict, DateOnly today)
    {
        (_xml, _verdict) = (xml, verdict);
        _trail = new ElementTrail(xml);
        _complaints = new Complaints(xml, _trail, verdict);
        _attributes = new AttributeChecks(xml, _complaints);
        _rules = new ActivityRules(xml, _complaints, today);
    }

    /// <summary>Judges a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="today">Dates behind this day are in the future.</param>
    /// <param name="cancel">Stops the work.</param>
    internal static IatiVerdict Run(Stream file, DateOnly today, CancellationToken cancel = default)
    {
        var verdict = new IatiVerdict();
        IatiValidator? validator = null;
        try
        {
            validator = new IatiValidator(Utf8Xml.Open(file), verdict, today);
            validator.Read(cancel);
        }
        catch (XmlFaultException fault)
        {
            verdict.Stop(new IatiFinding(fault.Line, validator is null ? "/" : validator._trail.PathOf(validator._xml.Depth), fault.Rule, fault.Message));
        }

        return verdict;
    }

    private void Read(CancellationToken cancel)
    {
        while (true)
        {
            switch (_xml.Next())
            {
                case XmlToken.Start:
                    Start();
                    if (_xml.IsEmpty) End();
                    break;
                case XmlToken.End:
                    End();
                    if (_xml.Depth == 2) cancel.ThrowIfCancellationRequested();
                    break;
                case XmlToken.Text:
                    Text();
                    break;
                default:
                    return;
            }
        }
    }

    private void Start()
    {
        var depth = _xml.Depth;
        var type = depth == 1 ? Root() : Child(depth - 1);
        _trail.Enter(depth, type, _ordinal, _xml.Line);
        if (depth == 1 && type == _tables.Skipped) _complaints.Error("root", depth, "The root element is neither iati-activities nor iati-organisations without a namespace, so nothing of the file was judged. Check that it is a file of IATI 2.");
        if (type.Content == ContentKind.Value || type.Spot == Spot.Identifier) _value.Clear();
        if (_xml.AttributeCount > 0 || type.Required != 0) _attributes.Check(type, depth);
        if (type.Spot == Spot.None) return;
        if (type.Spot is Spot.Activity or Spot.Organisation) _verdict.Records++;
        _rules.Start(type.Spot, depth);
    }

    private ElementType Root()
    {
        if (_xml.Namespace == NamespaceKind.None && _xml.Name.SequenceEqual("iati-activities"u8)) return _tables.Activities;
        if (_xml.Namespace != NamespaceKind.None || !_xml.Name.SequenceEqual("iati-organisations"u8)) return _tables.Skipped;
        _globals = _tables.OrganisationGlobals;
        _verdict.AreOrganisations = true;
        return _tables.Organisations;
    }

    private ElementType Child(int parentDepth)
    {
        ref var parent = ref _trail[parentDepth];
        var content = parent.Type.Content;
        _ordinal = 0;
        if (content == ContentKind.Skipped) return _tables.Skipped;
        var isForeign = _xml.Namespace != NamespaceKind.None;
        var name = isForeign ? 0 : _tables.Names.Find(_xml.Name);
        if (content == ContentKind.Extension) return (name == 0 ? null : _globals[name]) ?? _tables.Extension;
        if (content == ContentKind.Value)
        {
            _complaints.Unplaced("element.in-value", parentDepth);
            return _tables.Skipped;
        }

        var place = name == 0 && !isForeign ? -1 : parent.Type.PlaceOfChild(name);
        if (place < 0)
        {
            _complaints.Unplaced("element.unknown", parentDepth);
            return _tables.Skipped;
        }

        Count(ref parent, parentDepth, place);
        return isForeign ? _tables.Extension : parent.Type.Children[place].Type!;
    }

    private void Count(ref ElementTrail.Frame parent, int depth, int place)
    {
        var children = parent.Type.Children;
        var counts = _trail.Counts(depth);
        var count = ++counts[place];
        if (children[place].IsMany) _ordinal = count;
        else if (count > 1) _complaints.Unplaced("element.twice", depth);
        if (place < parent.Place) _complaints.Unplaced("element.order", depth);
        for (; parent.Place < place; parent.Place++)
        {
            if (children[parent.Place].IsRequired && counts[parent.Place] == 0) _complaints.Missing(children[parent.Place].Name, depth);
        }
    }

    private void Text()
    {
        var depth = _xml.Depth;
        var type = _trail[depth].Type;
        if (type.Content == ContentKind.Elements)
        {
            if (!_xml.TextIsBlank && !(_xml.TextHasReferences && _value.IsBlank(_xml.Text))) _complaints.Error("element.text", depth, "Text stands where only elements may stand. Put it into an element, mostly into narrative, or remove it.");
        }
        else if (type.Content == ContentKind.Value ? type.Value != ValueKind.Text || type.Spot != Spot.None : type.Spot == Spot.Identifier)
        {
            _value.Add(_xml.Text, _xml.TextHasReferences);
        }
    }

    private void End()
    {
        var depth = _xml.Depth;
        ref var frame = ref _trail[depth];
        var type = frame.Type;
        if (type.Content == ContentKind.Elements)
        {
            var counts = _trail.Counts(depth);
            for (; frame.Place < type.Children.Length; frame.Place++)
            {
                if (type.Children[frame.Place].IsRequired && counts[frame.Place] == 0) _complaints.Missing(type.Children[frame.Place].Name, depth);
            }
        }
        else if (type.Content == ContentKind.Value && type.Value != ValueKind.Text && (_value.IsTooLong || !IatiValue.Is(type.Value, _value.Bytes)))
        {
            _complaints.WrongValue("value." + IatiRules.WordOf(type.Value), depth, _value.Bytes, type.Value);
        }

        if (type.Spot != Spot.None) _rules.End(type.Spot, depth, _value.Bytes);
    }
}
