using System.Collections.Frozen;
using System.Globalization;

namespace Noroshi.Stix;

/// <summary>Reads <c>objects.txt</c>; a slip in it is a bug of ours and ends the program.</summary>
internal sealed class TableReader(IReadOnlyDictionary<string, FrozenSet<string>> words)
{
    private readonly Dictionary<string, (List<PropertyRow> Properties, List<string> Rules)> _common = new(StringComparer.Ordinal);
    private readonly List<ShapeRow> _shapes = [];
    private string[] _head = [];
    private List<PropertyRow> _properties = [];
    private List<string> _rules = [];

    public IReadOnlyList<ShapeRow> Read(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
            {
                Close();
                Open(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
            else if (line.TrimStart() is var told && told[0] == '>')
            {
                _rules.Add(told[1..].Trim());
            }
            else
            {
                Add(told.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        Close();
        return _shapes;
    }

    private void Open(string[] head)
    {
        _head = head;
        (_properties, _rules) = ([], []);
        var kind = head[0];
        if (kind is "sdo" or "sro" or "sco" or "meta")
        {
            Inherit("all");
            Inherit(kind is "sro" ? "sdo" : kind);
        }
    }

    private void Inherit(string name)
    {
        if (!_common.TryGetValue(name, out var common)) return;
        foreach (var property in common.Properties) Put(property);
        _rules.AddRange(common.Rules);
    }

    // A later line about the same property replaces the earlier one: what is optional for all may be required for some.
    private void Put(PropertyRow row)
    {
        var at = _properties.FindIndex(property => property.Name == row.Name);
        if (at >= 0) _properties[at] = row with { Bit = at };
        else _properties.Add(row with { Bit = _properties.Count });
    }

    private void Add(string[] columns)
    {
        var name = columns[0].TrimEnd('!', '~');
        var value = columns[1];
        var isList = value.EndsWith("[]", StringComparison.Ordinal);
        if (isList) value = value[..^2];
        var (min, max) = (double.NegativeInfinity, double.PositiveInfinity);
        if (value.IndexOf('(', StringComparison.Ordinal) is var open && open > 0)
        {
            var range = value[(open + 1)..^1].Split("..");
            if (range[0].Length > 0) min = double.Parse(range[0], CultureInfo.InvariantCulture);
            if (range[1].Length > 0) max = double.Parse(range[1], CultureInfo.InvariantCulture);
            value = value[..open];
        }

        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var argument = colon < 0 ? "" : value[(colon + 1)..];
        var kind = Enum.Parse<ValueKind>((colon < 0 ? value : value[..colon]).Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        Put(new PropertyRow(name, kind, argument, isList, columns[0].Contains('!', StringComparison.Ordinal), columns[0].Contains('~', StringComparison.Ordinal), 0)
        {
            Min = min,
            Max = max,
            Words = kind is ValueKind.Vocab or ValueKind.Enum ? words[argument] : null,
            Targets = kind == ValueKind.Ref ? new ReferenceTargets(argument) : null,
        });
    }

    private void Close()
    {
        if (_head.Length == 0) return;
        if (_head[0] == "common")
        {
            _common[_head[1]] = (_properties, _rules);
            return;
        }

        if (_properties.Count > 64) throw new InvalidDataException($"{_head[1]} has more properties than a mask has bits.");
        _shapes.Add(new ShapeRow(_head[1], CategoryOf(_head[0]), _head.Length > 2 ? _head[2] : "", _properties, [.. _rules.Select(Rule)]));
    }

    private ShapeRule Rule(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kind = Enum.Parse<ShapeRuleKind>(words[0], ignoreCase: true);
        string[] names = kind == ShapeRuleKind.Order ? [words[1], words[3]] : words[1..];
        var mask = names.Aggregate(0UL, (sum, name) => sum | _properties.Single(property => property.Name == name).Mask);
        return new ShapeRule(kind, names, mask) { OrEqual = kind == ShapeRuleKind.Order && words[2] == "<=" };
    }

    private static StixCategory CategoryOf(string word) => word switch
    {
        "sdo" => StixCategory.DomainObject,
        "sro" => StixCategory.RelationshipObject,
        "sco" => StixCategory.CyberObservable,
        "meta" => StixCategory.MetaObject,
        _ => StixCategory.Custom,
    };
}
