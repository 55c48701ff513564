using System.Text;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>Validates whole objects and the envelope of a bundle; the table says what is asked, the other rules say how.</summary>
internal sealed class ObjectRules
{
    // What STIX 2.1 asks of domain objects and STIX 2.0 does not.
    private static readonly string[] _sinceTwoOne = ["spec_version", "pattern_type", "is_family"];
    private static readonly string[] _labelledBefore = ["indicator", "malware", "report", "threat-actor", "tool"];

    private readonly Reporter _reporter;
    private readonly ShapeRules _shapes;
    private readonly ExtensionRules _extensions;
    private readonly MarkingRules _markings;
    private readonly Advice _advice;

    public ObjectRules(Reporter reporter)
    {
        _reporter = reporter;
        _shapes = new ShapeRules(reporter);
        _extensions = new ExtensionRules(reporter, _shapes);
        _markings = new MarkingRules(reporter);
        _advice = new Advice(reporter);
    }

    public void CheckBundle(StixObject bundle)
    {
        if (bundle.Type != "bundle") _reporter.ErrorAt("type", "type", $"A JSON text with a list of objects is a bundle, and its type is '{bundle.Type}'; write \"bundle\".");
        if (!bundle.Json.TryGetProperty("id"u8, out var id)) _reporter.Error("required", "The bundle has no id; give it one of the form bundle--UUID.");
        else CheckId(id, "bundle", null);
        foreach (var member in bundle.Json.EnumerateObject())
        {
            if (member.NameEquals("objects"u8)) CheckObjectless(member.Value);
            // STIX 2.0 bundles had a spec_version; a 2.1 reader ignores it (section 8).
            else if (!member.NameEquals("type"u8) && !member.NameEquals("id"u8) && !member.NameEquals("spec_version"u8)) _shapes.CheckUnknown(member, covered: false);
        }
    }

    public void CheckObject(JsonElement item)
    {
        if (!item.TryGetProperty("type"u8, out var typeValue) || !JsonBytes.TryGetString(typeValue, out var type))
        {
            _reporter.Error("required", "The object has no type; give it one, for example \"indicator\".");
            return;
        }

        if (type == "bundle")
        {
            _reporter.ErrorAt("type", "type", "A bundle stands inside a bundle; put its objects there instead.");
            return;
        }

        var shape = TypeTable.Find(type);
        if (shape is null) CheckTypeName(type);
        var extended = _extensions.Look(item);
        CheckShape(item, type, shape ?? TypeTable.Custom, extended);
        if (!item.TryGetProperty("id"u8, out var id)) return;
        CheckId(id, type, shape);
        if (shape?.Category == StixCategory.CyberObservable) CheckDeterministic(item, id, type);
        if (extended.Any) _extensions.Check(item, type);
        _markings.Check(item, type);
        if (shape is null && !extended.NewObject) _reporter.WarnAt("type", "custom-type", $"'{type}' is a custom type; describe it by an extension-definition of the kind new-sdo, new-sco or new-sro.");
        _advice.Check(item, type);
    }

    private void CheckObjectless(JsonElement objects)
    {
        if (objects.ValueKind != JsonValueKind.Array) _reporter.ErrorAt("objects", "type", $"The objects of a bundle are a list; {JsonBytes.Shown(objects)} is none.");
    }

    private void CheckShape(JsonElement item, string type, ShapeRow shape, ExtensionRules.Found extended)
    {
        var required = shape.Required;
        if (extended.NewObservable) required &= shape.Find("id")!.Mask | shape.Find("type")!.Mask;
        if (shape.Category != StixCategory.CyberObservable && IsTwoZero(item))
        {
            // Objects without spec_version are STIX 2.0 (section 3.2) and may stand in a 2.1 bundle; what both versions ask is held against them.
            foreach (var name in _sinceTwoOne) required &= ~(shape.Find(name)?.Mask ?? 0);
            if (_labelledBefore.Contains(type)) required |= shape.Find("labels")!.Mask;
            _reporter.Warn("spec-version", "The object is read as STIX 2.0 because its spec_version is not \"2.1\"; only what both versions ask is checked. Write \"spec_version\": \"2.1\" when it is meant so.");
        }

        _shapes.Check(item, shape, required, extended.TopLevel || extended.NewObject || shape == TypeTable.Custom);
    }

    private static bool IsTwoZero(JsonElement item) => !item.TryGetProperty("spec_version"u8, out var version) || (version.ValueKind == JsonValueKind.String && version.ValueEquals("2.0"u8));

    private void CheckTypeName(string type)
    {
        if (type == "action") _reporter.ErrorAt("type", "reserved", "The type 'action' is reserved by the specification; use another name.");
        else if (!Formats.IsTypeName(Encoding.UTF8.GetBytes(type))) _reporter.ErrorAt("type", "type-name", $"'{type}' is no name for a type: 3 to 250 of a–z, 0–9 and single hyphens, beginning with a letter.");
    }

    private void CheckId(JsonElement id, string type, ShapeRow? shape)
    {
        var text = JsonBytes.Text(id);
        if (!StixIdentifier.TryParse(text, out var identifier))
        {
            _reporter.ErrorAt("id", "identifier", $"{JsonBytes.Shown(id)} is no identifier; it is the type, two hyphens and a UUID of RFC 4122.");
            return;
        }

        if (!Ascii.Equals(identifier.Type, type)) _reporter.ErrorAt("id", "identifier", $"{JsonBytes.Shown(id)} does not begin with '{type}--', the type of the object.");
        if (type == "process" && identifier.Version == 5)
        {
            _reporter.ErrorAt("id", "id-random", "Nothing identifies a process for good, so its identifier is random; use a UUIDv4 (section 6.13).");
        }
        else if (shape?.Category == StixCategory.CyberObservable && type != "process" && identifier.Version is not (4 or 5))
        {
            _reporter.WarnAt("id", "id-version", $"The UUID is of version {identifier.Version}; observables use version 5, or 4.");
        }
        else if (shape?.Category != StixCategory.CyberObservable && identifier.Version != 4 && !(shape is null && identifier.Version == 5))
        {
            _reporter.WarnAt("id", "id-version", $"The UUID is of version {identifier.Version}; use a random one (version 4).");
        }
    }

    private void CheckDeterministic(JsonElement item, JsonElement id, string type)
    {
        if (type == "process" || !StixIdentifier.TryParse(JsonBytes.Text(id), out var identifier) || identifier.Version is not (4 or 5)) return;
        var expected = ScoId.Of(item);
        if (identifier.Version == 4)
        {
            if (expected is not null) _reporter.WarnAt("id", "id-version", $"The UUID is random; by section 2.9 the identifier is {expected}, so that others who observe the same give it the same.");
        }
        else if (expected is null) _reporter.ErrorAt("id", "id-random", "Nothing that contributes to the identifier is present; then it is random: use a UUIDv4 (section 2.9).");
        else if (!id.ValueEquals(expected)) _reporter.WarnAt("id", "id-recompute", $"By section 2.9 the identifier is {expected}; another one is allowed only where it was made under a namespace of one's own.");
    }
}
