using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>What an observable is in MISP: an attribute where one value says it all, else an object of a template.</summary>
internal static class ValueMapping
{
    /// <summary>An attribute as its type and value; null when one attribute cannot hold it.</summary>
    /// <param name="values">What the observable says.</param>
    /// <param name="label">The type that the bundle says it had in MISP; null when it does not.</param>
    public static (string Type, string Value)? Attribute(StixValues values, string? label)
    {
        var found = Plain(values);
        if (found is null || label is null || label == found.Value.Type) return found;
        // Several types of MISP look alike in STIX; the label says which one it was, where it can have been.
        var isAlike = AttributeMapping.Of(label, found.Value.Value, null, "") is { Pattern: { } pattern } && Noroshi.Stix.StixPattern.TryParse(pattern, out var read, out _)
            && Noroshi.Stix.PlainPattern.Alternatives(read) is [var only] && StixValues.Of(only) is { } again && again.Type == values.Type;
        return isAlike ? (label, found.Value.Value) : found;
    }

    /// <summary>Paths that an attribute leaves aside, so that they are told as lost: what others added, and the name shown with an address.</summary>
    public static Func<string, bool> IsAside(string type) => path => path.StartsWith("x_", StringComparison.Ordinal) || (type == "email-addr" && path is "display_name" or "belongs_to_ref");

    private static (string Type, string Value)? Plain(StixValues values)
    {
        var aside = IsAside(values.Type);
        var all = values.Values.Where(one => !aside(one.Path)).ToList();
        switch (values.Type)
        {
            case "domain-name" when all.Count == 1 && values["value"] is { } name: return ("domain", name);
            case "domain-name" when values["value"] is { } name && values["resolves_to_refs[*].value"] is { } address && values["resolves_to_refs[*].type"] is not "domain-name" && all.All(one => one.Path is "value" or "resolves_to_refs[*].value" or "resolves_to_refs[*].type"): return ("domain|ip", $"{name}|{address}");
            case "ipv4-addr" or "ipv6-addr" when all.Count == 1 && values["value"] is { } address: return ("ip-dst", address);
            case "url" when values["value"] is { } url && all.Count == 1: return ("url", url);
            case "email-addr" when values["value"] is { } mail && all.Count == 1: return ("email", mail);
            case "mac-addr" when values["value"] is { } mac && all.Count == 1: return ("mac-address", mac);
            case "mutex" when values["name"] is { } mutex && all.Count == 1: return ("mutex", mutex);
            case "autonomous-system" when values["number"] is { } number && all.Count == 1: return ("AS", "AS" + number);
            case "windows-registry-key" when values["key"] is { } key && all.Count == 1: return ("regkey", key);
            case "windows-registry-key" when values["key"] is { } key && values["values[*].data"] is { } data && all.Count == 2: return ("regkey|value", $"{key}|{data}");
            case "user-account" when values["account_type"] == "github" && values["account_login"] is { } login && all.Count == 2: return ("github-username", login);
            case "network-traffic": return Traffic(values, all);
            case "file" or "x509-certificate": return File(values.Type, values, all);
            case "email-message": return Mail(values, [.. all.Where(one => one.Path != "is_multipart")]);
            default: return null;
        }
    }

    private static (string, string)? Traffic(StixValues values, List<(string Path, string Value)> all)
    {
        if (all.Count == 1 && all[0].Path == "extensions.http-request-ext.request_method") return ("http-method", all[0].Value);
        if (all.Count == 1 && all[0].Path is "extensions.http-request-ext.request_header.User-Agent[*]" or "extensions.http-request-ext.request_header.User-Agent") return ("user-agent", all[0].Value);
        foreach (var side in new[] { "src", "dst" })
        {
            var rest = all.Where(one => one.Path != "protocols[*]" && one.Path != $"{side}_ref.type").ToList();
            if (values[$"{side}_ref.value"] is not { } host) continue;
            var isName = values[$"{side}_ref.type"] == "domain-name";
            if (rest.Count == 1 && !isName) return ($"ip-{side}", host);
            if (rest.Count == 2 && values[$"{side}_port"] is { } port && (!isName || side == "dst")) return (isName ? "hostname|port" : $"ip-{side}|port", $"{host}|{port}");
        }

        return null;
    }

    private static (string, string)? File(string type, StixValues values, List<(string Path, string Value)> all)
    {
        var hashes = all.Where(one => one.Path.StartsWith("hashes.", StringComparison.Ordinal)).ToList();
        var hash = hashes.Count == 1 ? HashNames.Misp(hashes[0].Path[7..]) : null;
        if (type == "x509-certificate") return all.Count == 1 && hash is "md5" or "sha1" or "sha256" && all.Count == 1 ? ($"x509-fingerprint-{hash}", hashes[0].Value) : null;
        var name = values["name"];
        if (all.Count == 1 && hash is not null) return (hash, hashes[0].Value);
        if (all.Count == 1 && name is not null) return ("filename", name);
        if (all.Count == 1 && values["size"] is { } size) return ("size-in-bytes", size);
        return all.Count == 2 && name is not null && hash is not null ? ($"filename|{hash}", $"{name}|{hashes[0].Value}") : null;
    }

    private static (string, string)? Mail(StixValues values, List<(string Path, string Value)> all)
    {
        var told = all.Where(one => one.Path is not ("from_ref.type" or "to_refs[*].type" or "body_multipart[*].content_disposition")).ToList();
        if (told.Count != 1) return null;
        var type = told[0].Path switch
        {
            "from_ref.value" => "email-src",
            "to_refs[*].value" => "email-dst",
            "subject" => "email-subject",
            "body" => "email-body",
            "message_id" => "email-message-id",
            "received_lines[*]" => "email-header",
            "additional_header_fields.Reply-To[*]" or "additional_header_fields.Reply-To" => "email-reply-to",
            "additional_header_fields.X-Mailer[*]" or "additional_header_fields.X-Mailer" => "email-x-mailer",
            "body_multipart[*].body_raw_ref.name" => "email-attachment",
            _ => null,
        };
        return type is null ? null : (type, told[0].Value);
    }

    /// <summary>An object of a template: its name, category and attributes; and the paths that found no relation. Null when no template fits.</summary>
    public static (string Name, string Category, List<(string Relation, string Type, string Value)> Attributes, List<string> Left)? Object(StixValues values)
    {
        if (TemplateTable.Of(values.Type) is not { } template) return null;
        List<(string, string, string)> attributes = [];
        List<string> left = [];
        foreach (var (path, value) in values.Values)
        {
            // A domain that resolves to a domain has no relation in the template, which knows addresses.
            if (path == "resolves_to_refs[*].value" && !System.Net.IPAddress.TryParse(value, out _)) left.Add(path);
            else if (template.Relations.TryGetValue(path, out var relation)) attributes.Add((relation.Relation, relation.Type, value));
            else if (path.StartsWith("hashes.", StringComparison.Ordinal) && HashNames.Misp(path[7..]) is { } hash) attributes.Add(values.Type == "file" ? (hash, hash, value) : ($"x509-fingerprint-{hash}", $"x509-fingerprint-{hash}", value));
            else if (path is not ("is_multipart" or "protocols[*]") && !path.EndsWith(".type", StringComparison.Ordinal)) left.Add(path);
        }

        return attributes.Count == 0 ? null : (template.Name, template.Category, attributes, left);
    }

    /// <summary>An attribute of MISP with what each has.</summary>
    public static JsonObject Made(string uuid, string type, string value, bool isSought) => new() { ["uuid"] = uuid, ["type"] = type, ["category"] = TemplateTable.CategoryOf(type), ["value"] = value, ["to_ids"] = isSought };
}
