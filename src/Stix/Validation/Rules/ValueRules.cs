using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>Checks one value against the kind that the table gives its property.</summary>
internal sealed class ValueRules(Reporter reporter, ShapeRules shapes)
{
    private const int DeepestCustom = 60;

    public void Check(JsonElement value, PropertyRow row)
    {
        if (row.Deprecated) reporter.Warn("deprecated", $"'{row.Name}' is deprecated in STIX 2.1; leave it out where you can.");
        if (!row.IsList)
        {
            CheckOne(value, row);
            return;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(value, "a list");
            return;
        }

        if (value.GetArrayLength() == 0) Empty("list");
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            reporter.Enter(index++);
            CheckOne(item, row);
            reporter.Leave();
        }
    }

    /// <summary>A value of which the specification says nothing: lists and objects in it may still not be empty, names not stand twice.</summary>
    /// <param name="value">What is checked.</param>
    /// <param name="nested">Whether it is the inside of something custom, whose lists need not be lists of STIX.</param>
    public void CheckFree(JsonElement value, bool nested = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array when reporter.Depth < DeepestCustom:
                if (value.GetArrayLength() == 0 && nested) reporter.Warn("empty", "The list is empty; STIX forbids that for its own lists, so leave it out here as well.");
                else if (value.GetArrayLength() == 0) Empty("list");
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    reporter.Enter(index++);
                    CheckFree(item, nested: true);
                    reporter.Leave();
                }

                break;
            case JsonValueKind.Object when reporter.Depth < DeepestCustom:
                HashSet<string> names = [];
                foreach (var member in value.EnumerateObject())
                {
                    var name = member.Name;
                    if (!names.Add(name)) reporter.ErrorAt(name, "duplicate-name", $"'{name}' stands twice in one object; I-JSON (RFC 7493) forbids it because readers disagree about which counts.");
                    reporter.Enter(name);
                    CheckFree(member.Value, nested: true);
                    reporter.Leave();
                }

                break;
            default:
                break;
        }
    }

    private void CheckOne(JsonElement value, PropertyRow row)
    {
        switch (row.Kind)
        {
            case ValueKind.Boolean:
                if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Wrong(value, "true or false");
                return;
            case ValueKind.Integer:
                CheckInteger(value, row);
                return;
            case ValueKind.Float:
                if (value.ValueKind != JsonValueKind.Number) Wrong(value, "a number");
                else CheckRange(value, row, value.GetDouble());
                return;
            case ValueKind.Struct:
                if (value.ValueKind != JsonValueKind.Object) Wrong(value, "an object");
                else shapes.Check(value, TypeTable.Structs[row.Argument], TypeTable.Structs[row.Argument].Required, covered: false);
                return;
            case ValueKind.Extensions or ValueKind.Object or ValueKind.Dictionary or ValueKind.Hashes or ValueKind.Observables or ValueKind.Contents:
                CheckDictionary(value, row.Kind);
                return;
            default:
                if (value.ValueKind != JsonValueKind.String) Wrong(value, "a text");
                else CheckWord(value, JsonBytes.Text(value), row);
                return;
        }
    }

    private void CheckWord(JsonElement value, ReadOnlySpan<byte> text, PropertyRow row)
    {
        switch (row.Kind)
        {
            case ValueKind.Timestamp or ValueKind.TimestampMs:
                CheckTimestamp(value, text, row.Kind == ValueKind.TimestampMs);
                break;
            case ValueKind.Id or ValueKind.Ref:
                CheckReference(value, text, row.Targets);
                break;
            case ValueKind.Enum when !row.Words!.Contains(value.GetString()!):
                reporter.Error("enumeration", $"{JsonBytes.Shown(value)} is not one of: {string.Join(", ", row.Words!.Order(StringComparer.Ordinal))}.");
                break;
            case ValueKind.Vocab when !row.Words!.Contains(value.GetString()!):
                reporter.Warn("vocabulary", $"{JsonBytes.Shown(value)} is not in the vocabulary {row.Argument}-ov; use one of its values where one fits.");
                break;
            case ValueKind.Protocol when !Formats.IsProtocol(text):
                reporter.Warn("protocol", $"{JsonBytes.Shown(value)} is no service name of the IANA registry; use names such as ipv4, tcp, http.");
                break;
            case ValueKind.Country when !TypeTable.Words["country"].Contains(value.GetString()!.ToLowerInvariant()):
                reporter.Warn("country", $"{JsonBytes.Shown(value)} is no country code of ISO 3166-1 alpha-2, such as jp.");
                break;
            default:
                if (!IsWellFormed(row.Kind, text, out var expected)) reporter.Error(Rule(row.Kind), $"{JsonBytes.Shown(value)} is not {expected}.");
                break;
        }
    }

    private static string Rule(ValueKind kind) => kind switch
    {
        ValueKind.RegistryKey => "registry-key",
        ValueKind.Name => "relationship-name",
        ValueKind.Ipv4 or ValueKind.Ipv6 or ValueKind.Mac or ValueKind.Domain or ValueKind.Email => "address",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static bool IsWellFormed(ValueKind kind, ReadOnlySpan<byte> text, out string expected)
    {
        (var good, expected) = kind switch
        {
            ValueKind.Binary => (Formats.IsBase64(text), "base64 (RFC 4648)"),
            ValueKind.Hex => (Formats.IsHex(text), "an even number of hexadecimal digits"),
            ValueKind.Uri => (Formats.IsUri(text), "a URI with its scheme (RFC 3986), for example https://example.com/"),
            ValueKind.Language => (LanguageTag.IsValid(text), "a language tag (RFC 5646), for example en or ja"),
            ValueKind.Mime => (Formats.IsMime(text), "a media type of the IANA registry, for example application/zip"),
            ValueKind.Charset => (Formats.IsCharset(text), "the name of a character set of the IANA registry, for example UTF-8"),
            ValueKind.Email => (Formats.IsEmail(text), "an address alone (RFC 5322 addr-spec), for example jdoe@example.com"),
            ValueKind.Ipv4 => (Formats.IsIPv4(text), "an IPv4 address or a block in CIDR notation, for example 198.51.100.0/24"),
            ValueKind.Ipv6 => (Formats.IsIPv6(text), "an IPv6 address or a block in CIDR notation, for example 2001:db8::/32"),
            ValueKind.Mac => (Formats.IsMac(text), "six lower-case octets with colons, for example d2:fb:49:24:37:18"),
            ValueKind.Domain => (Formats.IsDomain(text), "a domain name (RFC 1034), for example example.com"),
            ValueKind.Name => (Formats.IsRelationshipName(text), "made of a–z, 0–9 and hyphen only"),
            ValueKind.Cpe => (Formats.IsCpe(text), "a CPE 2.3 formatted string"),
            ValueKind.RegistryKey => (Formats.IsFullRegistryKey(text), "a key with its hive written out; write HKEY_LOCAL_MACHINE, not HKLM"),
            _ => (true, ""),
        };
        return good;
    }

    private void CheckTimestamp(JsonElement value, ReadOnlySpan<byte> text, bool milliseconds)
    {
        if (!StixInstant.TryParse(text, out _, out var dayExists)) reporter.Error("timestamp", $"{JsonBytes.Shown(value)} is no timestamp; write YYYY-MM-DDTHH:MM:SS[.sss]Z, in UTC (RFC 3339).");
        else if (!dayExists) reporter.Error("timestamp", $"{JsonBytes.Shown(value)} names a day that its month does not have; correct it.");
        else if (milliseconds && text.Length < 24) reporter.Error("timestamp", $"{JsonBytes.Shown(value)} must say at least milliseconds: three decimal places.");
    }

    private void CheckReference(JsonElement value, ReadOnlySpan<byte> text, ReferenceTargets? targets)
    {
        if (!StixIdentifier.TryParse(text, out var identifier))
        {
            reporter.Error("identifier", $"{JsonBytes.Shown(value)} is no identifier; it is a type, two hyphens and a UUID of RFC 4122.");
            return;
        }

        if (targets is not null && !targets.Allow(Encoding.UTF8.GetString(identifier.Type))) reporter.Error("reference", $"{JsonBytes.Shown(value)} may not stand here; the reference is to {targets.Text}.");
    }

    private void CheckInteger(JsonElement value, PropertyRow row)
    {
        // 5.0 is an integer to JSON; beyond 2^53 readers would not agree (RFC 7493), and the specification sets that as the limit.
        if (value.ValueKind != JsonValueKind.Number || value.GetDouble() is var number && (number != Math.Floor(number) || double.IsInfinity(number))) Wrong(value, "a whole number");
        else if (Math.Abs(value.GetDouble()) > 9_007_199_254_740_991) reporter.Error("range", $"{JsonBytes.Shown(value)} is beyond 2^53 − 1; readers would not agree on its value.");
        else CheckRange(value, row, value.GetDouble());
    }

    private void CheckRange(JsonElement value, PropertyRow row, double number)
    {
        if (double.IsInfinity(number) || number < row.Min || number > row.Max)
            reporter.Error("range", string.Create(CultureInfo.InvariantCulture, $"{JsonBytes.Shown(value)} is out of range; it lies between {row.Min} and {row.Max}."));
    }

    private void CheckDictionary(JsonElement value, ValueKind kind)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong(value, "an object");
            return;
        }

        if (kind == ValueKind.Extensions) return;
        CheckFree(value);
        var any = false;
        foreach (var member in value.EnumerateObject())
        {
            any = true;
            CheckEntry(member.Name, member.Value, kind);
        }

        if (!any) Empty("dictionary");
    }

    private void CheckEntry(string key, JsonElement value, ValueKind kind)
    {
        reporter.Enter(key);
        switch (kind)
        {
            case ValueKind.Hashes:
                HashRules.Check(key, value, reporter);
                break;
            case ValueKind.Contents:
                if (!LanguageTag.IsValid(Encoding.UTF8.GetBytes(key))) reporter.Error("language", $"'{key}' is no language tag (RFC 5646), for example en or ja.");
                if (value.ValueKind != JsonValueKind.Object) Wrong(value, "an object");
                break;
            case ValueKind.Observables:
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("type"u8, out _)) Wrong(value, "a cyber-observable with a type");
                break;
            case ValueKind.Dictionary when !Formats.IsKey(Encoding.UTF8.GetBytes(key)):
                reporter.Error("dictionary-key", $"'{key}' is no key: 1 to 250 of A–Z, a–z, 0–9, hyphen and underscore (section 2.5).");
                break;
            default:
                break;
        }

        reporter.Leave();
    }

    private void Wrong(JsonElement value, string expected) => reporter.Error("type", $"{JsonBytes.Shown(value)} stands where {expected} is expected.");

    private void Empty(string what) => reporter.Error("empty", $"The {what} is empty, which STIX forbids; leave the property out.");
}
