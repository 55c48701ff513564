using System.Text;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>What the specification advises beyond shapes, and the few things that MUST be and depend on a value.</summary>
internal sealed class Advice(Reporter reporter)
{
    private static readonly HashSet<string> _requestHeaders = new(
        ("accept accept-charset accept-datetime accept-encoding accept-language authorization cache-control connection content-length content-md5 content-type cookie date expect "
        + "forwarded from host if-match if-modified-since if-none-match if-range if-unmodified-since max-forwards origin pragma proxy-authorization range referer te transfer-encoding "
        + "upgrade user-agent via warning keep-alive upgrade-insecure-requests dnt x-requested-with x-csrf-token x-forwarded-for x-forwarded-host x-forwarded-proto front-end-https "
        + "x-http-method-override x-att-deviceid x-wap-profile proxy-connection x-uidh").Split(' '), StringComparer.OrdinalIgnoreCase);

    public void Check(JsonElement item, string type)
    {
        CheckReferences(item);
        CheckKillChains(item);
        switch (type)
        {
            case "indicator":
                if (!Has(item, "name"u8) || !Has(item, "description"u8)) reporter.Warn("indicator-name", "An indicator should have both a name and a description; add what is missing.");
                IndicatorRules.Check(item, reporter);
                break;
            case "relationship":
                CheckRelationship(item);
                break;
            case "network-traffic":
                CheckTraffic(item);
                break;
            case "malware" when Is(item, "is_family"u8, JsonValueKind.True) && !Has(item, "name"u8):
                reporter.Error("required", "'name' is missing; a malware family must have one.");
                break;
            case "email-message":
                CheckMail(item);
                break;
            case "malware-analysis":
                CheckLower(item, "product"u8, "product");
                break;
            case "process":
                CheckProcess(item);
                break;
            case "extension-definition":
                CheckDefinition(item);
                break;
            default:
                break;
        }
    }

    private static bool Has(JsonElement item, ReadOnlySpan<byte> name) => item.TryGetProperty(name, out _);

    private static bool Is(JsonElement item, ReadOnlySpan<byte> name, JsonValueKind kind) => item.TryGetProperty(name, out var value) && value.ValueKind == kind;

    private static string Word(JsonElement item, ReadOnlySpan<byte> name) => item.TryGetProperty(name, out var value) && JsonBytes.TryGetString(value, out var text) ? text : "";

    private void CheckReferences(JsonElement item)
    {
        if (!item.TryGetProperty("external_references"u8, out var references) || references.ValueKind != JsonValueKind.Array) return;
        var index = 0;
        reporter.Enter("external_references");
        foreach (var reference in references.EnumerateArray())
        {
            reporter.Enter(index++);
            if (reference.ValueKind == JsonValueKind.Object)
            {
                if (Has(reference, "url"u8) && !Has(reference, "hashes"u8)) reporter.Warn("reference-hash", "The reference has a URL and no hash; add hashes, so that a reader can tell whether what is there is still the same.");
                CheckNumber(Word(reference, "source_name"u8), Word(reference, "external_id"u8));
            }

            reporter.Leave();
        }

        reporter.Leave();
    }

    // Section 2.5.2 gives these two sources a fixed form.
    private void CheckNumber(string source, string number)
    {
        if (source is "cve" && !IsNumbered(number, "CVE-", 4)) reporter.Error("external-id", $"'{number}' is no CVE identifier; it is CVE-YYYY-NNNN with four or more digits.");
        if (source is "capec" && !(number.StartsWith("CAPEC-", StringComparison.Ordinal) && IsDigits(number.AsSpan(6)))) reporter.Error("external-id", $"'{number}' is no CAPEC identifier; it is CAPEC-N.");
    }

    private static bool IsNumbered(string number, string prefix, int yearDigits) =>
        number.StartsWith(prefix, StringComparison.Ordinal) && number.Length > prefix.Length + yearDigits + 4 && IsDigits(number.AsSpan(prefix.Length, yearDigits))
        && number[prefix.Length + yearDigits] == '-' && IsDigits(number.AsSpan(prefix.Length + yearDigits + 1));

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private void CheckKillChains(JsonElement item)
    {
        if (!item.TryGetProperty("kill_chain_phases"u8, out var phases) || phases.ValueKind != JsonValueKind.Array) return;
        var index = 0;
        reporter.Enter("kill_chain_phases");
        foreach (var phase in phases.EnumerateArray())
        {
            reporter.Enter(index++);
            if (phase.ValueKind == JsonValueKind.Object)
            {
                CheckLower(phase, "kill_chain_name"u8, "kill_chain_name");
                CheckLower(phase, "phase_name"u8, "phase_name");
            }

            reporter.Leave();
        }

        reporter.Leave();
    }

    private void CheckLower(JsonElement item, ReadOnlySpan<byte> utf8Name, string name)
    {
        var word = Word(item, utf8Name);
        if (word.Any(character => char.IsUpper(character) || character is '_' or ' ')) reporter.WarnAt(name, "lower-case", $"'{word}' should be lower case, with hyphens between words.");
    }

    private void CheckRelationship(JsonElement item)
    {
        if (!StixIdentifier.TryParse(Encoding.UTF8.GetBytes(Word(item, "source_ref"u8)), out var source) || !StixIdentifier.TryParse(Encoding.UTF8.GetBytes(Word(item, "target_ref"u8)), out var target)) return;
        var (from, to) = (Encoding.UTF8.GetString(source.Type), Encoding.UTF8.GetString(target.Type));
        if (TypeTable.Find(from) is null || TypeTable.Find(to) is null) return;
        if (TypeTable.Unusual(from, Word(item, "relationship_type"u8), to) is { } unusual) reporter.Warn("relationship-type", $"This relationship is allowed and unusual: {unusual}.");
    }

    private void CheckTraffic(JsonElement item)
    {
        if (!Has(item, "src_port"u8) || !Has(item, "dst_port"u8)) reporter.Warn("ports", "Network traffic should say both src_port and dst_port; add what is known.");
        if (Is(item, "is_active"u8, JsonValueKind.True) && Has(item, "end"u8)) reporter.ErrorAt("end", "end-active", "Traffic that is still active has no end; leave 'end' out or say \"is_active\": false.");
        if (!item.TryGetProperty("extensions"u8, out var extensions) || extensions.ValueKind != JsonValueKind.Object) return;
        if (!extensions.TryGetProperty("http-request-ext"u8, out var http) || http.ValueKind != JsonValueKind.Object || !http.TryGetProperty("request_header"u8, out var header) || header.ValueKind != JsonValueKind.Object) return;
        foreach (var field in header.EnumerateObject())
        {
            if (!_requestHeaders.Contains(field.Name)) reporter.WarnAt("extensions", "http-header", $"'{field.Name}' is no request header of the registries.");
        }
    }

    private void CheckMail(JsonElement item)
    {
        if (Is(item, "is_multipart"u8, JsonValueKind.True) && Has(item, "body"u8)) reporter.ErrorAt("body", "mail-body", "A message of several parts has no body; put it into body_multipart.");
        if (Is(item, "is_multipart"u8, JsonValueKind.False) && Has(item, "body_multipart"u8)) reporter.ErrorAt("body_multipart", "mail-body", "A message of one part has no body_multipart; put it into body.");
    }

    private void CheckProcess(JsonElement item)
    {
        if (!item.TryGetProperty("extensions"u8, out var extensions) || extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty("windows-process-ext"u8, out var windows) || windows.ValueKind != JsonValueKind.Object) return;
        if (Word(windows, "priority"u8) is { Length: > 0 } priority && !priority.EndsWith("_CLASS", StringComparison.Ordinal)) reporter.WarnAt("extensions", "priority", $"The priority '{priority}' should end in _CLASS.");
    }

    private void CheckDefinition(JsonElement item)
    {
        if (!Has(item, "description"u8)) reporter.Warn("extension-description", "The extension should be described; add a description.");
        var kinds = item.TryGetProperty("extension_types"u8, out var types) && types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Where(kind => kind.ValueKind == JsonValueKind.String).ToList() : [];
        var topLevel = kinds.Exists(kind => kind.ValueEquals("toplevel-property-extension"u8));
        if (Has(item, "extension_properties"u8) && !topLevel) reporter.ErrorAt("extension_properties", "extension-properties", "Only an extension of the kind toplevel-property-extension lists properties; leave them out, or add the kind.");
        if (!Has(item, "extension_properties"u8) && topLevel) reporter.Warn("extension-properties", "An extension of the kind toplevel-property-extension should list its properties; add extension_properties.");
    }
}
