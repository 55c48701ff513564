namespace Noroshi.WeakLinks.Domain;

/// <summary>Which projects must be chosen before others.</summary>
internal static class Prerequisites
{
    /// <summary>A circle of ids, the first again at the end; null where there is none.</summary>
    internal static IReadOnlyList<string>? Circle(IReadOnlyList<Project> projects)
    {
        var byId = projects.ToDictionary(project => project.Id, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in projects)
        {
            if (done.Contains(start.Id)) continue;
            // A way of projects, each with the prerequisites that were not followed yet; no recursion, for chains may be long.
            List<(string Id, int Next)> way = [(start.Id, 0)];
            var on = new HashSet<string>(StringComparer.Ordinal) { start.Id };
            while (way.Count > 0)
            {
                var (id, next) = way[^1];
                var requires = byId[id].Requires;
                if (next == requires.Length)
                {
                    way.RemoveAt(way.Count - 1);
                    on.Remove(id);
                    done.Add(id);
                    continue;
                }

                way[^1] = (id, next + 1);
                var needed = requires[next];
                if (on.Contains(needed)) return [.. way.Select(step => step.Id).SkipWhile(step => step != needed), needed];
                if (done.Contains(needed)) continue;
                way.Add((needed, 0));
                on.Add(needed);
            }
        }

        return null;
    }

    /// <summary>Chosen projects in the order in which they can begin: those that need nothing first. From which month is null where a duration before is not recorded.</summary>
    /// <remarks>The choice holds to the prerequisites, so every needed project is among the chosen. A phase begins when the last project before it ends.</remarks>
    internal static IEnumerable<(int Number, IReadOnlyList<int> Projects, double? FromMonth)> Phases(IReadOnlyList<Project> projects, IReadOnlyList<int> chosen)
    {
        var places = chosen.ToDictionary(place => projects[place].Id, StringComparer.Ordinal);
        var left = chosen.ToHashSet();
        double? from = 0;
        for (var number = 1; left.Count > 0; number++)
        {
            int[] ready = [.. left.Where(place => projects[place].Requires.All(id => !left.Contains(places[id]))).Order()];
            yield return (number, ready, from);
            from = ready.All(place => projects[place].Months is not null) ? from + ready.Max(place => projects[place].Months) : null;
            left.ExceptWith(ready);
        }
    }
}
