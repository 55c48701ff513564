using Noroshi.WeakLinks.Studies;

namespace Noroshi.WeakLinks.Ui.Compare;

/// <summary>What differs between two studies: links by their share in each, projects by whether they are proposed, and what they were made from.</summary>
internal sealed record StudyDifference(RiskStudy First, RiskStudy Second)
{
    /// <summary>A link among the ten of either; null where a study does not list it among its first hundred.</summary>
    internal sealed record Link(string Id, double? First, double? Second)
    {
        internal double? Change => Second - First;
    }

    /// <summary>A project that either study weighs; null where it was no candidate.</summary>
    internal sealed record Proposal(string Id, bool? First, bool? Second);

    /// <summary>What a study was made from or asked with, as text.</summary>
    internal sealed record Setting(string Name, string First, string Second);

    /// <summary>Figures of different methods are not compared.</summary>
    internal bool SameMethod => First.Analysis.Version == Second.Analysis.Version;

    internal IReadOnlyList<Link> Links() => [.. First.Weakest.Concat(Second.Weakest).Select(link => link.Id).Distinct(StringComparer.Ordinal)
        .Select(id => new Link(id, Share(First, id), Share(Second, id))).OrderByDescending(link => Math.Max(link.First ?? 0, link.Second ?? 0)).ThenBy(link => link.Id, StringComparer.Ordinal)];

    /// <summary>Projects that one proposes and the other does not come first.</summary>
    internal IReadOnlyList<Proposal> Projects() => [.. First.Projects.Concat(Second.Projects).Select(project => project.Id).Distinct(StringComparer.Ordinal)
        .Select(id => new Proposal(id, Chosen(First, id), Chosen(Second, id))).OrderByDescending(project => project.First != project.Second)];

    internal IReadOnlyList<Setting> Settings() => [.. All().Where(setting => setting.First != setting.Second)];

    private IEnumerable<Setting> All()
    {
        foreach (var role in First.Inputs.Concat(Second.Inputs).Select(input => input.Role).Distinct(StringComparer.Ordinal)) yield return new Setting("Role_" + role, Digest(First, role), Digest(Second, role));
        yield return new Setting("Viewpoint", First.Analysis.Viewpoint, Second.Analysis.Viewpoint);
        yield return new Setting("Par_susceptibility", First.Analysis.Susceptibility.Scenario, Second.Analysis.Susceptibility.Scenario);
        yield return new Setting("FormWorlds", $"{First.Analysis.Worlds:N0}", $"{Second.Analysis.Worlds:N0}");
        yield return new Setting("FormSeed", $"{First.Analysis.Seed}", $"{Second.Analysis.Seed}");
        yield return new Setting("FormBudget", $"{First.Allocation?.Budget}", $"{Second.Allocation?.Budget}");
        yield return new Setting("Method", First.Analysis.Version, Second.Analysis.Version);
    }

    private static double? Share(RiskStudy study, string id) => study.Weakest.FirstOrDefault(link => link.Id == id)?.Share ?? study.Analysis.Links.FirstOrDefault(link => link.Id == id)?.Share;

    private static bool? Chosen(RiskStudy study, string id) => study.Projects.FirstOrDefault(project => project.Id == id)?.Chosen;

    private static string Digest(RiskStudy study, string role) => study.Inputs.FirstOrDefault(input => input.Role == role) is { } input ? $"{input.Name} ({input.Sha256[..12]})" : "–";
}
