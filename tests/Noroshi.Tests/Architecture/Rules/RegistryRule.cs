namespace Noroshi.Tests.Architecture;

/// <summary>No file names a package registry: where packages come from is each machine's own setting.</summary>
internal static class RegistryRule
{
    // Written in halves, so that this file does not break its own rule.
    private static readonly string[] Hosts =
    [
        "registry." + "npmjs", "npmjs" + ".org", "npmjs" + ".com", "yarn" + "pkg.com", "nuget" + ".org", "py" + "pi.org", "pythonhosted" + ".org", "crates" + ".io",
        "rubygems" + ".org", "deb." + "debian.org", "archive." + "ubuntu.com", "ghcr" + ".io", "docker" + ".io", "mcr." + "microsoft.com", "pkgs.dev" + ".azure.com",
        "proxy.golang" + ".org", "jsdeliv" + "r.net", "unp" + "kg.com", "cdnjs." + "cloudflare", "fonts.google" + "apis.com",
    ];

    private static readonly string[] Binary = [".png", ".jpg", ".gz", ".woff2", ".ico", ".parquet", ".pcap", ".db"];

    internal static IReadOnlyList<string> Violations(SourceTree tree)
    {
        var violations = new List<string>();
        foreach (var file in tree.Files().Where(file => !Binary.Contains(Path.GetExtension(file), StringComparer.Ordinal)))
        {
            var text = tree.Read(file);
            violations.AddRange(Hosts.Where(host => text.Contains(host, StringComparison.OrdinalIgnoreCase)).Select(host => $"{file} names the registry {host}."));
            if (Path.GetFileName(file) is "packages.lock.json" or "package-lock.json" && text.Contains("\"resolved\": \"http", StringComparison.Ordinal))
                violations.Add($"{file} says from where packages came; a lock file names packages, versions and hashes.");
        }
        return violations;
    }
}
