using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>Holds an object, or a part of one, against its shape: names, required properties, values, and the rules between them.</summary>
internal sealed class ShapeRules
{
    private const int LongestName = 250;
    private static readonly string[] _reserved = ["severity", "action", "username", "phone_numbers"];

    private readonly Reporter _reporter;
    private readonly ValueRules _values;

    public ShapeRules(Reporter reporter)
    {
        _reporter = reporter;
        _values = new ValueRules(reporter, this);
    }

    /// <param name="item">What is checked.</param>
    /// <param name="shape">What is asked.</param>
    /// <param name="required">The bits that must be there.</param>
    /// <param name="covered">Whether unknown properties are described by an extension.</param>
    public void Check(JsonElement item, ShapeRow shape, ulong required, bool covered)
    {
        var present = 0UL;
        HashSet<string>? unknown = null;
        Span<char> name = stackalloc char[LongestName];
        foreach (var member in item.EnumerateObject())
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(member);
            var row = raw.Length <= LongestName && Ascii.ToUtf16(raw, name, out var length) == System.Buffers.OperationStatus.Done ? shape.Find(name[..length]) : null;
            if (row is null)
            {
                CheckUnknown(member, covered);
                if (!(unknown ??= []).Add(member.Name)) Twice(member.Name);
                continue;
            }

            if ((present & row.Mask) != 0) Twice(row.Name);
            present |= row.Mask;
            _reporter.Enter(row.Name);
            _values.Check(member.Value, row);
            _reporter.Leave();
        }

        for (var missing = required & ~present; missing != 0; missing &= missing - 1)
            _reporter.Error("required", $"'{shape.Properties[BitOperations.TrailingZeroCount(missing)].Name}' is missing; {(shape.Name == "*" ? "custom objects" : shape.Name)} must have it.");
        foreach (var rule in shape.Rules) CheckRule(item, shape, rule, present);
    }

    /// <summary>A property that the specification does not define.</summary>
    public void CheckUnknown(JsonProperty member, bool covered)
    {
        var name = member.Name;
        _reporter.Enter(name);
        if (_reserved.Contains(name)) _reporter.Error("reserved", $"The name '{name}' is reserved by the specification; use another.");
        else if (!Formats.IsPropertyName(Encoding.UTF8.GetBytes(name))) _reporter.Error("property-name", $"'{name}' is no name for a property: 3 to 250 of a–z, 0–9 and underscore (section 11.1).");
        if (!covered) _reporter.Warn("custom-property", $"'{name}' is a custom property; describe it by an extension-definition of the kind property-extension or toplevel-property-extension.");
        _values.CheckFree(member.Value);
        _reporter.Leave();
    }

    /// <summary>A value of which the specification says nothing.</summary>
    public void CheckValues(JsonElement value) => _values.CheckFree(value);

    private void Twice(string name) => _reporter.ErrorAt(name, "duplicate-name", $"'{name}' stands twice in one object; I-JSON (RFC 7493) forbids it because readers disagree about which counts.");

    private void CheckRule(JsonElement item, ShapeRow shape, ShapeRule rule, ulong present)
    {
        var there = present & rule.Mask;
        var names = string.Join(", ", rule.Names);
        switch (rule.Kind)
        {
            case ShapeRuleKind.Any when there == 0:
                _reporter.Error("any-of", $"None of {names} is there; {shape.Name} needs at least one.");
                break;
            case ShapeRuleKind.One when BitOperations.PopCount(there) != 1:
                _reporter.Error("one-of", $"{(there == 0 ? "None" : "More than one")} of {names} is there; {shape.Name} needs exactly one.");
                break;
            case ShapeRuleKind.With when (present & shape.Find(rule.Names[0])!.Mask) != 0 && there != rule.Mask:
                _reporter.Error("together", $"'{rule.Names[0]}' is there without '{rule.Names[1]}'; give both or none.");
                break;
            case ShapeRuleKind.Order when there == rule.Mask:
                CheckOrder(item, rule);
                break;
            case ShapeRuleKind.Filled when !IsFilled(shape, present):
                _reporter.Error("empty", $"{shape.Name} says nothing; give it at least one property of its own.");
                break;
            default:
                break;
        }
    }

    // The common properties (type, id, …) do not count as saying something.
    private static bool IsFilled(ShapeRow shape, ulong present)
    {
        if (shape.Category == StixCategory.Custom) return present != 0;
        foreach (var name in (ReadOnlySpan<string>)["type", "id", "spec_version", "object_marking_refs", "granular_markings", "defanged"]) present &= ~(shape.Find(name)?.Mask ?? 0);
        return present != 0;
    }

    private void CheckOrder(JsonElement item, ShapeRule rule)
    {
        var (first, second) = (item.GetProperty(rule.Names[0]), item.GetProperty(rule.Names[1]));
        if (!StixInstant.TryParse(JsonBytes.Text(first), out var earlier) || !StixInstant.TryParse(JsonBytes.Text(second), out var later)) return;
        if (later < earlier || (later == earlier && !rule.OrEqual))
        {
            _reporter.ErrorAt(rule.Names[1], "order", string.Create(CultureInfo.InvariantCulture,
                $"'{rule.Names[1]}' ({later}) must be later than {(rule.OrEqual ? "or equal to " : "")}'{rule.Names[0]}' ({earlier})."));
        }
    }
}
