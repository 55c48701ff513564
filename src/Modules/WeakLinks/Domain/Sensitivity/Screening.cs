namespace Noroshi.WeakLinks.Domain;

/// <summary>Which assumptions move the risk most (Morris 1991): random ways through the ranges, one assumption at a time, all in the same worlds.</summary>
internal static class Screening
{
    private const int Ways = 10;
    private const int Levels = 4;

    /// <summary>The mean size of the change of risk over the whole range of an assumption, and its spread, in million USD per year.</summary>
    internal sealed record Effect(string Parameter, double Mean, double Spread);

    internal static IReadOnlyList<Effect> Run(LinkModel model, ReachQuestion middle, ulong seed, long worlds, int threads, CancellationToken cancel)
    {
        var names = Parameters(model, middle);
        if (names.Count == 0) return [];
        var changes = names.Select(_ => new List<double>()).ToList();
        for (var way = 0; way < Ways; way++)
        {
            var stream = CounterRandom.Key(seed ^ 0x40_2215, way);
            // Levels 0, 1/3, 2/3, 1; a step is two levels, upwards from the lower half and downwards from the upper.
            double[] point = [.. names.Select((_, place) => Math.Floor(CounterRandom.Unit(CounterRandom.Stream(stream, (ulong)place), 0) * Levels) / (Levels - 1))];
            var order = Enumerable.Range(0, names.Count).OrderBy(place => CounterRandom.Unit(CounterRandom.Stream(stream, (ulong)place), 1)).ToList();
            var before = Risk(point);
            foreach (var place in order)
            {
                var step = point[place] < 0.5 ? 2.0 / 3 : -2.0 / 3;
                point[place] += step;
                var after = Risk(point);
                changes[place].Add((after - before) / step);
                before = after;
            }
        }

        return [.. names.Select((name, place) => Told(name, changes[place])).OrderByDescending(effect => effect.Mean).ThenBy(effect => effect.Parameter, StringComparer.Ordinal)];

        double Risk(double[] point) => MonteCarlo.Run(Setting(names, point).Ask(model, middle), seed, worlds, threads, links: false, cancel).Risk.Mean;
    }

    private static List<string> Parameters(LinkModel model, ReachQuestion middle)
    {
        List<string> names = [];
        if (model.Nodes.Any(node => node.Maturity is not null)) names.Add("susceptibility");
        if (model.Nodes.Any(node => node.Low < node.High)) names.Add("ranges");
        names.AddRange(model.Arcs.Where(arc => arc.Mean is > 0 and < 1).Select(arc => "class:" + arc.Class).Distinct().Order(StringComparer.Ordinal));
        names.AddRange(middle.Targets.Select(target => "value:" + model.Nodes[target].Sector).Distinct().Order(StringComparer.Ordinal));
        return names;
    }

    private static ModelSetting Setting(List<string> names, double[] point)
    {
        var (setting, shifts, values) = (new ModelSetting(), new Dictionary<string, double>(), new Dictionary<string, double>());
        for (var place = 0; place < names.Count; place++)
        {
            switch (names[place].Split(':', 2))
            {
                case ["susceptibility"]: setting = setting with { Susceptibility = point[place] }; break;
                case ["ranges"]: setting = setting with { Ranges = point[place] }; break;
                case ["class", var name]: shifts[name] = 2 * ParameterDraw.ClassSpread * ((2 * point[place]) - 1); break;
                case [_, var name]: values[name] = 0.5 + point[place]; break;
            }
        }

        return setting with { ClassShift = shifts, SectorValue = values };
    }

    private static Effect Told(string name, List<double> changes)
    {
        var mean = changes.Average();
        return new Effect(name, changes.Average(Math.Abs), Math.Sqrt(changes.Sum(change => (change - mean) * (change - mean)) / Math.Max(1, changes.Count - 1)));
    }
}
