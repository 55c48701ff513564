using System.Globalization;
using System.Text.Json.Nodes;
using static Noroshi.Exchange.Misp.Observable;

namespace Noroshi.Exchange.Misp;

/// <summary>What an attribute is in STIX, by its type. Null where STIX has no word for it.</summary>
internal static class AttributeMapping
{
    /// <summary>Maps a value.</summary>
    /// <param name="type">MISP's type.</param>
    /// <param name="value">The value.</param>
    /// <param name="data">Base64 of an attachment.</param>
    /// <param name="seed">Makes identifiers where no value does.</param>
    public static Mapped? Of(string type, string value, string? data, string seed)
    {
        if (HashNames.ToStix.TryGetValue(type, out var hash)) return Hashed("file", hash, value, seed);
        if (type.StartsWith("x509-fingerprint-", StringComparison.Ordinal) && HashNames.ToStix.TryGetValue(type[17..], out hash)) return Hashed("x509-certificate", hash, value, seed);
        if (type.StartsWith("filename|", StringComparison.Ordinal) && HashNames.ToStix.TryGetValue(type[9..], out hash)) return Split(value) is var (name, digest) ? NamedFile(name, hash, digest, seed) : null;
        return type switch
        {
            "domain" or "hostname" => Valued("domain-name", value, seed),
            "url" or "uri" or "link" => Valued("url", value, seed),
            "email" => Valued("email-addr", value, seed),
            "mac-address" => Valued("mac-addr", value.ToLowerInvariant(), seed),
            "mutex" => new Mapped([Observable.Of("mutex", seed, ("name", value))], $"[mutex:name = {Quoted(value)}]"),
            "AS" => System(value, seed),
            "ip-src" or "ip-dst" => Traffic(type[3..], value, null, seed),
            "ip-src|port" or "ip-dst|port" => Split(value) is var (address, port) ? Traffic(type[3..6], address, port, seed) : null,
            "hostname|port" => Split(value) is var (host, port) ? HostAndPort(host, port, seed) : null,
            "domain|ip" => Split(value) is var (domain, address) ? DomainAndAddress(domain, address, seed) : null,
            "filename" => new Mapped([Observable.Of("file", seed, ("name", value))], $"[file:name = {Quoted(value)}]"),
            "size-in-bytes" => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? new Mapped([], string.Create(CultureInfo.InvariantCulture, $"[file:size = {size}]")) : null,
            "attachment" or "malware-sample" => Content(type, value, data, seed),
            "regkey" => new Mapped([Observable.Of("windows-registry-key", seed, ("key", Hive(value)))], $"[windows-registry-key:key = {Quoted(Hive(value))}]"),
            "regkey|value" => Split(value) is var (key, entry) ? new Mapped([Observable.Of("windows-registry-key", seed, ("key", Hive(key)), ("values", new JsonArray(new JsonObject { ["data"] = entry })))], $"[windows-registry-key:key = {Quoted(Hive(key))} AND windows-registry-key:values[*].data = {Quoted(entry)}]") : null,
            "github-username" => new Mapped([Observable.Of("user-account", seed, ("account_login", value), ("account_type", "github"))], $"[user-account:account_type = 'github' AND user-account:account_login = {Quoted(value)}]"),
            "http-method" => new Mapped([], $"[network-traffic:extensions.'http-request-ext'.request_method = {Quoted(value)}]"),
            "user-agent" => new Mapped([], $"[network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'[*] = {Quoted(value)}]"),
            "yara" or "snort" or "suricata" or "sigma" => new Mapped([], value, type),
            "stix2-pattern" => new Mapped([], value),
            _ when type.StartsWith("email-", StringComparison.Ordinal) => MailMapping.Of(type, value, seed),
            _ => null,
        };
    }

    private static Mapped Valued(string type, string value, string seed) => new([Observable.Of(type, seed, ("value", value))], $"[{type}:value = {Quoted(value)}]");

    private static Mapped Hashed(string type, string hash, string value, string seed) =>
        new([Observable.Of(type, seed, ("hashes", new JsonObject { [hash] = value }))], $"[{type}:hashes.{HashNames.Step(hash)} = {Quoted(value)}]");

    private static Mapped NamedFile(string name, string hash, string digest, string seed) => new(
        [Observable.Of("file", seed, ("hashes", new JsonObject { [hash] = digest }), ("name", name))],
        $"[file:name = {Quoted(name)} AND file:hashes.{HashNames.Step(hash)} = {Quoted(digest)}]");

    private static Mapped? System(string value, string seed)
    {
        var digits = value.StartsWith("AS", StringComparison.OrdinalIgnoreCase) ? value[2..] : value;
        return uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Mapped([Observable.Of("autonomous-system", seed, ("number", (long)number))], string.Create(CultureInfo.InvariantCulture, $"[autonomous-system:number = {number}]"))
            : null;
    }

    // Which transport was used is not said, so only the version of the address is claimed.
    private static Mapped? Traffic(string side, string address, string? port, string seed)
    {
        if (Address(address, seed) is not { } host) return null;
        var type = host["type"]!.GetValue<string>();
        var traffic = new JsonObject { ["type"] = "network-traffic", ["spec_version"] = "2.1", ["id"] = "", [side + "_ref"] = Id(host), ["protocols"] = new JsonArray(type[..4]) };
        var pattern = $"network-traffic:{side}_ref.type = '{type}' AND network-traffic:{side}_ref.value = {Quoted(address)}";
        if (port is not null)
        {
            if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            traffic[side + "_port"] = (int)number;
            pattern += string.Create(CultureInfo.InvariantCulture, $" AND network-traffic:{side}_port = {number}");
        }

        return new Mapped([host, Identified(traffic, seed)], $"[{pattern}]");
    }

    private static Mapped? HostAndPort(string host, string port, string seed)
    {
        if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var domain = Observable.Of("domain-name", seed, ("value", host));
        var traffic = Observable.Of("network-traffic", seed, ("dst_ref", Id(domain)), ("dst_port", (int)number), ("protocols", new JsonArray("ip")));
        return new Mapped([domain, traffic], string.Create(CultureInfo.InvariantCulture, $"[network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value = {Quoted(host)} AND network-traffic:dst_port = {number}]"));
    }

    private static Mapped? DomainAndAddress(string domain, string address, string seed)
    {
        if (Address(address, seed) is not { } host) return null;
        var name = Observable.Of("domain-name", seed, ("value", domain), ("resolves_to_refs", new JsonArray(Id(host))));
        return new Mapped([host, name], $"[domain-name:value = {Quoted(domain)} AND domain-name:resolves_to_refs[*].value = {Quoted(address)}]");
    }

    // A sample is a ZIP with a well-known password, as MISP keeps it; its name carries the MD5 of what is inside.
    private static Mapped? Content(string type, string value, string? data, string seed)
    {
        var (name, digest) = type == "malware-sample" && Split(value) is var (before, after) ? (before, after) : (value, null);
        if (data is null) return digest is null ? Observable.Of("file", seed, ("name", name)) is var bare ? new Mapped([bare], $"[file:name = {Quoted(name)}]") : null : NamedFile(name, "MD5", digest, seed);
        var artifact = Observable.Of("artifact", seed, ("payload_bin", data));
        if (digest is not null)
        {
            artifact["mime_type"] = "application/zip";
            artifact["encryption_algorithm"] = "mime-type-indicated";
            artifact["decryption_key"] = "infected";
        }

        var file = new JsonObject { ["type"] = "file", ["spec_version"] = "2.1", ["id"] = "" };
        if (digest is not null) file["hashes"] = new JsonObject { ["MD5"] = digest };
        file["name"] = name;
        file["content_ref"] = Id(artifact);
        var hashed = digest is null ? "" : $" AND file:hashes.MD5 = {Quoted(digest)}";
        return new Mapped([artifact, Identified(file, seed)], $"[file:name = {Quoted(name)}{hashed} AND file:content_ref.payload_bin = {Quoted(data)}]");
    }

    private static (string Before, string After)? Split(string value) => value.LastIndexOf('|') is var at && at > 0 && at < value.Length - 1 ? (value[..at], value[(at + 1)..]) : null;
}
