namespace Noroshi.Tests.Architecture;

/// <summary>Who may refer to whom: Node → Modules → Federation → Shell → Storage, DuckDb, Stix → Contracts → Kernel; modules never to modules.</summary>
internal static class DependencyRule
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Noroshi.Kernel"] = [],
        ["Noroshi.Contracts"] = ["Noroshi.Kernel"],
        ["Noroshi.Stix"] = ["Noroshi.Kernel"],
        ["Noroshi.DuckDb"] = ["Noroshi.Kernel"],
        ["Noroshi.Storage"] = ["Noroshi.Contracts", "Noroshi.Kernel"],
        ["Noroshi.Federation"] = ["Noroshi.Shell", "Noroshi.Storage", "Noroshi.Contracts", "Noroshi.Kernel"],
        ["Noroshi.Shell"] = ["Noroshi.Storage", "Noroshi.Contracts", "Noroshi.Kernel"],
    };

    private static readonly string[] ForModules =
        ["Noroshi.Shell", "Noroshi.Federation", "Noroshi.Storage", "Noroshi.DuckDb", "Noroshi.Stix", "Noroshi.Contracts", "Noroshi.Kernel"];

    // Usable alone, or depended on by everything: what they drag in, everybody drags in.
    private static readonly string[] WithoutPackages = ["Noroshi.Kernel", "Noroshi.Contracts", "Noroshi.DuckDb"];

    internal static IReadOnlyList<string> Violations(IReadOnlyList<AssemblyFacts> assemblies)
    {
        var violations = new List<string>();
        foreach (var assembly in assemblies.Where(a => a.Name is not ("Noroshi.Node" or "Noroshi.Bench")))
        {
            var allowed = Allowed.GetValueOrDefault(assembly.Name, ForModules);
            foreach (var reference in assembly.References)
            {
                if (reference.StartsWith("Noroshi.", StringComparison.Ordinal))
                {
                    if (!allowed.Contains(reference))
                        violations.Add($"{assembly.Name} refers to {reference}; it may refer to {(allowed.Length == 0 ? "nothing of the house" : string.Join(", ", allowed))}.");
                }
                else if (WithoutPackages.Contains(assembly.Name) && !IsPlatform(reference))
                {
                    violations.Add($"{assembly.Name} refers to the package {reference}; it must do with the platform alone.");
                }
            }
        }
        return violations;
    }

    private static bool IsPlatform(string reference) =>
        reference is "netstandard" or "mscorlib" || reference.StartsWith("System.", StringComparison.Ordinal) || reference == "System";
}
