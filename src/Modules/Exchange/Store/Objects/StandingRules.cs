namespace Noroshi.Exchange.Store;

/// <summary>Works out <see cref="Standing"/> for all versions of one object.</summary>
internal static class StandingRules
{
    /// <summary>The standing of each version, in the order given.</summary>
    /// <param name="versions">Version of STIX and order key of each.</param>
    public static Standing[] Of(IReadOnlyList<(string Spec, string Version)> versions)
    {
        var standing = new Standing[versions.Count];
        if (versions.Count == 0) return standing;
        var newest = versions.Max(one => one.Spec)!;
        for (var index = 0; index < versions.Count; index++)
        {
            if (versions[index].Spec == newest) standing[index] |= Standing.NewestSpec;
        }

        Mark(standing, versions, Standing.First, Standing.Last, _ => true);
        foreach (var spec in versions.Select(one => one.Spec).Distinct(StringComparer.Ordinal)) Mark(standing, versions, Standing.FirstOfSpec, Standing.LastOfSpec, one => one == spec);
        return standing;
    }

    /// <summary>What is answered where nobody asks for versions: the last in the newest version of STIX.</summary>
    public static bool IsCurrent(Standing standing) => (standing & (Standing.NewestSpec | Standing.LastOfSpec)) == (Standing.NewestSpec | Standing.LastOfSpec);

    private static void Mark(Standing[] standing, IReadOnlyList<(string Spec, string Version)> versions, Standing first, Standing last, Func<string, bool> counts)
    {
        var (least, most) = (-1, -1);
        for (var index = 0; index < versions.Count; index++)
        {
            if (!counts(versions[index].Spec)) continue;
            if (least < 0 || string.CompareOrdinal(versions[index].Version, versions[least].Version) < 0) least = index;
            if (most < 0 || string.CompareOrdinal(versions[index].Version, versions[most].Version) > 0) most = index;
        }

        standing[least] |= first;
        standing[most] |= last;
    }
}
