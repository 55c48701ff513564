using System.Collections.Frozen;

namespace Noroshi.Exchange.Misp;

/// <summary>Templates of MISP for observables of STIX: which relation and type the value at a path has; and the usual category of a type.</summary>
internal static class TemplateTable
{
    // observable template category: path=relation:type
    private const string Table = """
        artifact artifact file payload_bin=payload_bin:attachment url=url:url mime_type=mime_type:mime-type decryption_key=decryption_key:text encryption_algorithm=encryption_algorithm:text hashes.MD5=md5:md5 hashes.SHA-1=sha1:sha1 hashes.SHA-256=sha256:sha256
        autonomous-system asn network number=asn:AS name=description:text
        directory directory file path=path:text path_enc=path-encoding:text ctime=creation-time:datetime mtime=modification-time:datetime atime=access-time:datetime
        domain-name domain-ip network value=domain:domain resolves_to_refs[*].value=ip:ip-dst
        email-message email network from_ref.value=from:email-src to_refs[*].value=to:email-dst cc_refs[*].value=cc:email-dst bcc_refs[*].value=bcc:email-dst subject=subject:email-subject body=email-body:email-body message_id=message-id:email-message-id date=send-date:datetime received_lines[*]=received-header-ip:text from_ref.display_name=from-display-name:email-src-display-name to_refs[*].display_name=to-display-name:email-dst-display-name
        file file file name=filename:filename size=size-in-bytes:size-in-bytes mime_type=mimetype:mime-type ctime=creation-time:datetime mtime=modification-time:datetime atime=access-time:datetime parent_directory_ref.path=path:text
        mutex mutex misc name=name:mutex
        network-traffic network-traffic network src_ref.value=src_ip:ip-src dst_ref.value=dst_ip:ip-dst src_port=src_port:port dst_port=dst_port:port protocols[*]=protocol:text start=start_time:datetime end=end_time:datetime src_byte_count=src_bytes:counter dst_byte_count=dst_bytes:counter src_packets=src_packets:counter dst_packets=dst_packets:counter
        process process misc pid=pid:text command_line=command-line:text cwd=current-directory:text created_time=creation-time:datetime is_hidden=hidden:boolean image_ref.name=image:filename
        software software misc name=name:text cpe=cpe:cpe swid=swid:text vendor=vendor:text version=version:text languages[*]=language:text
        user-account user-account misc user_id=user-id:text account_login=username:text account_type=account-type:text display_name=display_name:text credential=password:text extensions.unix-account-ext.gid=group-id:text extensions.unix-account-ext.groups[*]=group:text extensions.unix-account-ext.home_dir=home_dir:text extensions.unix-account-ext.shell=shell:text is_service_account=is_service_account:boolean is_privileged=privileged:boolean can_escalate_privs=can_escalate_privs:boolean is_disabled=disabled:boolean account_created=created:datetime account_expires=expires:datetime account_first_login=first_login:datetime account_last_login=last_login:datetime credential_last_changed=password_last_changed:datetime
        windows-registry-key registry-key file key=key:regkey modified_time=last-modified:datetime values[*].name=name:text values[*].data=data:text values[*].data_type=data-type:text
        x509-certificate x509 network version=version:text serial_number=serial-number:text signature_algorithm=signature_algorithm:text issuer=issuer:text subject=subject:text validity_not_before=validity-not-before:datetime validity_not_after=validity-not-after:datetime subject_public_key_algorithm=pubkey-info-algorithm:text subject_public_key_modulus=pubkey-info-modulus:text subject_public_key_exponent=pubkey-info-exponent:text is_self_signed=self_signed:boolean
        """;

    private static readonly FrozenDictionary<string, (string Name, string Category, FrozenDictionary<string, (string Relation, string Type)> Relations)> _templates = Table.Split('\n').Select(line => line.Trim().Split(' ')).ToFrozenDictionary(
        words => words[0],
        words => (words[1], words[2], words[3..].Select(word => word.Split('=')).ToFrozenDictionary(pair => pair[0], pair => (pair[1].Split(':')[0], pair[1].Split(':')[1]), StringComparer.Ordinal)),
        StringComparer.Ordinal);

    /// <summary>The template of a type of observable; null when there is none.</summary>
    public static (string Name, string Category, FrozenDictionary<string, (string Relation, string Type)> Relations)? Of(string type) => _templates.TryGetValue(type, out var template) ? template : null;

    /// <summary>The category that MISP gives a type unless said otherwise.</summary>
    public static string CategoryOf(string type) => type switch
    {
        "AS" or "domain" or "domain|ip" or "hostname" or "hostname|port" or "http-method" or "ip-dst" or "ip-src" or "ip-dst|port" or "ip-src|port" or "mac-address" or "port" or "snort" or "suricata" or "uri" or "url" or "user-agent" => "Network activity",
        "mutex" => "Artifacts dropped",
        "regkey" or "regkey|value" => "Persistence mechanism",
        "link" or "vulnerability" => "External analysis",
        "github-username" => "Social network",
        "sigma" or "stix2-pattern" or "yara" => "Payload installation",
        _ when type.StartsWith("email", StringComparison.Ordinal) || type.StartsWith("filename", StringComparison.Ordinal) || HashNames.ToStix.ContainsKey(type) || type is "attachment" or "malware-sample" => "Payload delivery",
        _ when type.StartsWith("x509-", StringComparison.Ordinal) => "Network activity",
        _ => "Other",
    };
}
