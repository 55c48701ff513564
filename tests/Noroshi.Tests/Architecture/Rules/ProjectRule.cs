using System.Xml.Linq;

namespace Noroshi.Tests.Architecture;

/// <summary>Every project is named after its folder, locked, in the solution, and under the common rules.</summary>
internal static class ProjectRule
{
    private static readonly string[] Loosening = ["TreatWarningsAsErrors", "Nullable", "AnalysisLevel", "RestorePackagesWithLockFile", "EnforceCodeStyleInBuild", "TargetFramework", "LangVersion"];

    internal static IReadOnlyList<string> Violations(SourceTree tree)
    {
        var violations = new List<string>();
        var solution = tree.Read("Noroshi.slnx");
        foreach (var project in tree.Files(".csproj"))
        {
            var folder = Path.GetDirectoryName(project)!.Replace('\\', '/');
            var name = Path.GetFileNameWithoutExtension(project);
            if (!name.StartsWith("Noroshi.", StringComparison.Ordinal))
                violations.Add($"{project}: projects are called Noroshi.<folder>.");
            else if (folder.StartsWith("src/", StringComparison.Ordinal) && name != "Noroshi." + Path.GetFileName(folder))
                violations.Add($"{project}: it stands in {folder}; call it Noroshi.{Path.GetFileName(folder)}.");
            if (!tree.Has($"{folder}/packages.lock.json"))
                violations.Add($"{project} has no packages.lock.json; restore once and commit it.");
            if (!solution.Contains($"\"{project}\"", StringComparison.Ordinal))
                violations.Add($"{project} is not in Noroshi.slnx.");
            foreach (var setting in XDocument.Parse(tree.Read(project)).Descendants())
            {
                if (Loosening.Contains(setting.Name.LocalName))
                    violations.Add($"{project} sets {setting.Name.LocalName}; that is decided for the whole house in Directory.Build.props.");
                if (setting.Name.LocalName is "PackageReference" && setting.Attribute("Version") is not null)
                    violations.Add($"{project} gives a version to {setting.Attribute("Include")?.Value}; versions stand in Directory.Packages.props.");
                if (setting.Name.LocalName is "NoWarn" && setting.Value.Contains("RS0030", StringComparison.Ordinal))
                    violations.Add($"{project} lets banned calls pass.");
            }
        }
        foreach (var module in tree.Files(".csproj").Where(project => project.StartsWith("src/Modules/", StringComparison.Ordinal)))
        {
            var folder = Path.GetDirectoryName(module)!.Replace('\\', '/');
            if (!tree.Has($"{folder}/README.md"))
                violations.Add($"{folder} has no README.md (purpose, contracts, invariants, files to touch to add a feature).");
        }
        return violations;
    }
}
