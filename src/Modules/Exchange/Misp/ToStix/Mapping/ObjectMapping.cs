using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using static Noroshi.Exchange.Misp.Observable;

namespace Noroshi.Exchange.Misp;

/// <summary>What an object is in STIX, by its template: a table of relations and properties, and the few that need several observables. Null where STIX has no word for it.</summary>
internal static class ObjectMapping
{
    // template type: relation=property[:kind]. Kinds: text (unless said), int, as, bool, time, list, hash, hive, data (the attachment instead of the value).
    private const string Table = """
        android-app software name=name
        artifact artifact payload_bin=payload_bin:data url=url mime_type=mime_type encryption_algorithm=encryption_algorithm decryption_key=decryption_key md5=:hash sha1=:hash sha256=:hash sha512=:hash
        asn autonomous-system asn=number:as description=name
        credential user-account username=user_id password=credential
        directory directory path=path path-encoding=path_enc creation-time=ctime:time modification-time=mtime:time access-time=atime:time
        facebook-account user-account account-id=user_id account-name=account_login
        file file filename=name size-in-bytes=size:int mimetype=mime_type md5=:hash sha1=:hash sha224=:hash sha256=:hash sha384=:hash sha512=:hash sha512/224=:hash sha512/256=:hash sha3-224=:hash sha3-256=:hash sha3-384=:hash sha3-512=:hash ssdeep=:hash tlsh=:hash vhash=:hash authentihash=:hash imphash=:hash telfhash=:hash creation-time=ctime:time modification-time=mtime:time access-time=atime:time
        github-user user-account id=user_id username=account_login user-fullname=display_name
        gitlab-user user-account id=user_id username=account_login name=display_name
        mutex mutex name=name
        parler-account user-account account-id=user_id account-name=account_login
        process process pid=pid:int hidden=is_hidden:bool creation-time=created_time:time current-directory=cwd command-line=command_line
        reddit-account user-account account-id=user_id account-name=account_login
        registry-key windows-registry-key key=key:hive last-modified=modified_time:time
        software software name=name cpe=cpe swid=swid vendor=vendor version=version language=languages:list
        telegram-account user-account id=user_id username=account_login
        twitter-account user-account id=user_id name=account_login displayed-name=display_name
        url url url=value
        user-account user-account user-id=user_id username=account_login account-type=account_type display-name=display_name can_escalate_privs=can_escalate_privs:bool disabled=is_disabled:bool is_service_account=is_service_account:bool privileged=is_privileged:bool created=account_created:time expires=account_expires:time first_login=account_first_login:time last_login=account_last_login:time
        x509 x509-certificate version=version serial-number=serial_number signature_algorithm=signature_algorithm issuer=issuer subject=subject validity-not-before=validity_not_before:time validity-not-after=validity_not_after:time pubkey-info-algorithm=subject_public_key_algorithm pubkey-info-modulus=subject_public_key_modulus pubkey-info-exponent=subject_public_key_exponent:int self_signed=is_self_signed:bool x509-fingerprint-md5=:hash x509-fingerprint-sha1=:hash x509-fingerprint-sha256=:hash
        """;

    private static readonly FrozenDictionary<string, (string Type, FrozenDictionary<string, (string Property, string Kind)> Relations)> _templates = Table.Split('\n').Select(line => line.Trim().Split(' ')).ToFrozenDictionary(
        words => words[0],
        words => (words[1], words[2..].Select(word => word.Split('=')).ToFrozenDictionary(pair => pair[0], pair => (pair[1].Split(':')[0], pair[1].Contains(':', StringComparison.Ordinal) ? pair[1].Split(':')[1] : "text"), StringComparer.Ordinal)),
        StringComparer.Ordinal);

    /// <summary>Maps an object.</summary>
    /// <param name="template">The name of the template.</param>
    /// <param name="values">Relation and value, in order.</param>
    /// <param name="seed">Makes identifiers where no value does.</param>
    /// <returns>The observables and the pattern, and the relations that found no place in them.</returns>
    public static (Mapped Mapped, IReadOnlyList<string> Left)? Of(string template, IReadOnlyList<(string Relation, string Value)> values, string seed) => template switch
    {
        "domain-ip" => Domains(values, seed),
        "ip-port" or "netflow" or "network-connection" or "network-socket" => Ports(values, seed),
        _ when _templates.TryGetValue(template, out var shape) => Flat(template, shape.Type, shape.Relations, values, seed),
        _ => null,
    };

    private static (Mapped, IReadOnlyList<string>)? Flat(string template, string type, FrozenDictionary<string, (string Property, string Kind)> relations, IReadOnlyList<(string Relation, string Value)> values, string seed)
    {
        var item = new JsonObject { ["type"] = type, ["spec_version"] = "2.1", ["id"] = "" };
        List<string> tests = [];
        List<string> left = [];
        foreach (var (relation, value) in values)
        {
            if (!relations.TryGetValue(relation, out var at) || !Place(item, type, relation, at.Property, at.Kind, value, tests)) left.Add(relation);
        }

        // The template itself says at which service the account is.
        if (type == "user-account" && template != "user-account" && template.Split('-') is [_, "account" or "user"] && tests.Count > 0)
        {
            item["account_type"] = template[..template.LastIndexOf('-')];
            tests.Insert(0, $"user-account:account_type = {Quoted(template[..template.LastIndexOf('-')])}");
        }

        return tests.Count == 0 ? null : (new Mapped([Identified(item, seed)], $"[{string.Join(" AND ", tests)}]"), left);
    }

    private static bool Place(JsonObject item, string type, string relation, string property, string kind, string value, List<string> tests)
    {
        if (kind == "hash")
        {
            var name = HashNames.ToStix[relation.StartsWith("x509-fingerprint-", StringComparison.Ordinal) ? relation[17..] : relation];
            if (item["hashes"] is not JsonObject hashes) item["hashes"] = hashes = [];
            if (hashes.ContainsKey(name)) return false;
            hashes[name] = value;
            tests.Add($"{type}:hashes.{HashNames.Step(name)} = {Quoted(value)}");
            return true;
        }

        if (kind == "list")
        {
            if (item[property] is not JsonArray list) item[property] = list = [];
            list.Add(value);
            tests.Add($"{type}:{property}[*] = {Quoted(value)}");
            return true;
        }

        // STIX has one value here; a second one stays beside.
        if (item.ContainsKey(property) || Read(kind, value) is not var (held, constant)) return false;
        item[property] = held;
        tests.Add($"{type}:{property} = {constant}");
        return true;
    }

    private static (JsonNode Held, string Constant)? Read(string kind, string value)
    {
        switch (kind)
        {
            case "int" or "as":
                var digits = kind == "as" && value.StartsWith("AS", StringComparison.OrdinalIgnoreCase) ? value[2..] : value;
                return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, number.ToString(CultureInfo.InvariantCulture)) : null;
            case "bool":
                return value.ToLowerInvariant() switch { "1" or "true" => (true, "true"), "0" or "false" => (false, "false"), _ => null };
            case "time":
                if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)) return null;
                return (MispTime.Stix(time), $"t'{MispTime.Stix(time)}'");
            case "hive":
                return (Hive(value), Quoted(Hive(value)));
            default:
                return (value, Quoted(value));
        }
    }

    private static (Mapped, IReadOnlyList<string>)? Domains(IReadOnlyList<(string Relation, string Value)> values, string seed)
    {
        List<JsonObject> addresses = [.. values.Where(one => one.Relation == "ip").Select(one => Address(one.Value, seed)).OfType<JsonObject>()];
        List<string> names = [.. values.Where(one => one.Relation is "domain" or "hostname").Select(one => one.Value).Distinct(StringComparer.Ordinal)];
        if (names.Count == 0) return null;
        List<JsonObject> made = [.. addresses];
        foreach (var name in names)
        {
            made.Add(addresses.Count == 0
                ? Observable.Of("domain-name", seed, ("value", name))
                : Observable.Of("domain-name", seed, ("value", name), ("resolves_to_refs", new JsonArray([.. addresses.Select(address => (JsonNode)Id(address))]))));
        }

        var tests = names.Select(name => $"domain-name:value = {Quoted(name)}").ToList();
        // One object has one name: of several any will do.
        var pattern = (tests.Count == 1 ? tests[0] : $"({string.Join(" OR ", tests)})") + string.Concat(addresses.Select(address => $" AND domain-name:resolves_to_refs[*].value = {Quoted(address["value"]!.GetValue<string>())}"));
        return (new Mapped(made, $"[{pattern}]"), [.. values.Where(one => one.Relation is not ("ip" or "domain" or "hostname")).Select(one => one.Relation)]);
    }

    private static (Mapped, IReadOnlyList<string>)? Ports(IReadOnlyList<(string Relation, string Value)> values, string seed)
    {
        List<JsonObject> made = [];
        List<string> tests = [];
        List<string> left = [];
        List<string> protocols = [];
        var traffic = new JsonObject { ["type"] = "network-traffic", ["spec_version"] = "2.1", ["id"] = "" };
        foreach (var (relation, value) in values)
        {
            var side = relation.Contains("src", StringComparison.Ordinal) ? "src" : "dst";
            var host = relation switch
            {
                "ip" or "ip-src" or "ip-dst" => Address(value, seed),
                "domain" or "hostname" or "hostname-src" or "hostname-dst" => Observable.Of("domain-name", seed, ("value", value)),
                _ => null,
            };
            if (host is not null && !traffic.ContainsKey(side + "_ref"))
            {
                made.Add(host);
                traffic[side + "_ref"] = Id(host);
                var type = host["type"]!.GetValue<string>();
                if (type != "domain-name") protocols.Insert(0, type[..4]);
                tests.Add($"network-traffic:{side}_ref.type = '{type}' AND network-traffic:{side}_ref.value = {Quoted(value)}");
            }
            else if (relation is "src-port" or "dst-port" && !traffic.ContainsKey(side + "_port") && ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            {
                traffic[side + "_port"] = (int)port;
                tests.Add(string.Create(CultureInfo.InvariantCulture, $"network-traffic:{side}_port = {port}"));
            }
            else if (relation is "protocol" or "layer3-protocol" or "layer4-protocol" or "layer7-protocol")
            {
                protocols.Add(value.ToLowerInvariant());
            }
            else
            {
                left.Add(relation);
            }
        }

        if (made.Count == 0) return null;
        traffic["protocols"] = new JsonArray([.. (protocols.Count == 0 ? ["ip"] : protocols.Distinct(StringComparer.Ordinal)).Select(one => (JsonNode)one)]);
        return (new Mapped([.. made, Identified(traffic, seed)], $"[{string.Join(" AND ", tests)}]"), left);
    }
}
