using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Noroshi.Stix;

/// <summary>One comparison, prepared: holds its operator and constants against a value of an observed object.</summary>
internal sealed class ValueTest
{
    private readonly TestNode _test;
    private readonly Regex? _regex;
    private readonly string _like = "";
    private readonly AddressBlock? _block;

    public ValueTest(TestNode test)
    {
        _test = test;
        var last = test.Path.Steps.LastOrDefault(step => step.Name is not null)?.Name ?? "";
        (IsBase64, IsHex) = (last.EndsWith("_bin", StringComparison.Ordinal), last.EndsWith("_hex", StringComparison.Ordinal));
        switch (test.Operator)
        {
            case Operator.Matches: _regex = RegexRules.Compile(test.Constants[0].Text); break;
            case Operator.Like: _like = RegexRules.Normal(test.Constants[0].Text); break;
            case Operator.IsSubset or Operator.IsSuperset: _block = AddressBlock.TryParse(test.Constants[0].Text, out var block) ? block : null; break;
            default: break;
        }
    }

    public TestNode Test => _test;

    private bool IsBase64 { get; }

    private bool IsHex { get; }

    /// <summary>Whether the comparison, with its NOT, holds for a value. What is null is not there and never holds.</summary>
    public bool Holds(JsonElement value) => value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) && Compare(value) != _test.Negated;

    private bool Compare(JsonElement value) => _test.Operator switch
    {
        Operator.Exists => true,
        Operator.Equal => Order(value, _test.Constants[0]) == 0,
        // Values of another sort are unequal and have no order (section 9.6).
        Operator.NotEqual => Order(value, _test.Constants[0]) != 0,
        Operator.Less => Order(value, _test.Constants[0]) < 0,
        Operator.LessOrEqual => Order(value, _test.Constants[0]) <= 0,
        Operator.Greater => Order(value, _test.Constants[0]) > 0,
        Operator.GreaterOrEqual => Order(value, _test.Constants[0]) >= 0,
        Operator.In => IsAmong(value),
        Operator.Like => Text(value) is { } text && IsLike(text),
        Operator.Matches => Text(value) is { } text && IsMatch(text),
        _ => IsNested(value),
    };

    private bool IsAmong(JsonElement value)
    {
        foreach (var constant in _test.Constants)
        {
            if (Order(value, constant) == 0) return true;
        }

        return false;
    }

    private bool IsLike(string text) =>
        LikeRules.Matches(RegexRules.Normal(text), _like) ?? throw PatternLexer.Failure(_test.Position, "LIKE takes too long on what was observed; write it with fewer repeated characters.");

    private bool IsMatch(string text)
    {
        try
        {
            return _regex!.IsMatch(RegexRules.Normal(text));
        }
        catch (RegexMatchTimeoutException)
        {
            throw PatternLexer.Failure(_test.Position, "The regular expression takes too long on what was observed; write it shorter, and without lookaround and back references.");
        }
    }

    private bool IsNested(JsonElement value)
    {
        if (_block is not { } block || value.ValueKind != JsonValueKind.String || !JsonBytes.TryGetString(value, out var text) || !AddressBlock.TryParse(text, out var other)) return false;
        return _test.Operator == Operator.IsSubset ? block.Contains(other) : other.Contains(block);
    }

    // Null where the two are of different sorts.
    private int? Order(JsonElement value, Constant constant) => (value.ValueKind, constant.Kind) switch
    {
        (JsonValueKind.String, ConstantKind.Text) => OrderText(value, constant),
        (JsonValueKind.String, ConstantKind.Timestamp) => StixInstant.TryParse(JsonBytes.Text(value), out var instant) ? instant.CompareTo(constant.Instant) : null,
        (JsonValueKind.String, ConstantKind.Binary) => (Decoded(value) ?? (JsonBytes.TryGetString(value, out var text) ? Octets(text) : null)) is { } bytes ? bytes.AsSpan().SequenceCompareTo(constant.Bytes) : null,
        (JsonValueKind.Number, ConstantKind.Integer or ConstantKind.Float) => OrderNumber(value, constant),
        (JsonValueKind.True or JsonValueKind.False, ConstantKind.Boolean) => (value.ValueKind == JsonValueKind.True).CompareTo(constant.Truth),
        _ => null,
    };

    private static int OrderNumber(JsonElement value, Constant constant) =>
        constant.Whole is { } whole && value.TryGetInt64(out var number) ? number.CompareTo(whole) : value.GetDouble().CompareTo(constant.Number);

    private int? OrderText(JsonElement value, Constant constant)
    {
        // What _bin and _hex encode is compared, not how they encode it; a constant beyond octets is of another sort.
        if (Decoded(value) is { } bytes) return Octets(constant.Text) is { } octets ? bytes.AsSpan().SequenceCompareTo(octets) : null;
        if (_test.Operator is Operator.Equal or Operator.NotEqual or Operator.In) return value.ValueEquals(constant.Utf8) ? 0 : 1;
        return JsonBytes.TryGetString(value, out var text) ? Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(constant.Utf8) : null;
    }

    private string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        if (Decoded(value) is { } bytes) return Encoding.Latin1.GetString(bytes);
        return JsonBytes.TryGetString(value, out var text) ? text : null;
    }

    private byte[]? Decoded(JsonElement value)
    {
        if (IsBase64) return value.TryGetBytesFromBase64(out var bytes) ? bytes : null;
        return IsHex && JsonBytes.Text(value) is { Length: > 0 } text && Formats.IsHex(text) ? Convert.FromHexString(Encoding.ASCII.GetString(text)) : null;
    }

    private static byte[]? Octets(string text) => text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF') ? null : Encoding.Latin1.GetBytes(text);
}
