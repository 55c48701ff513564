namespace Noroshi.WeakLinks.Domain;

/// <summary>The risk and the ranking under many draws of everything that is not known for sure.</summary>
/// <remarks>TopTen: by node, in which part of the draws it is among the ten weakest links. Low and high: ends of the middle 90 % of the risks, million USD per year.</remarks>
internal sealed record DrawnRisks(double[] TopTen, double Low, double High, int Draws)
{
    private const int MostDraws = 200;
    private const int LeastDraws = 20;
    private const long Worlds = 256;
    private const double Steps = 4e9;

    /// <summary>As many draws as fit into the work that is granted; the number is told.</summary>
    internal static DrawnRisks Run(LinkModel model, ReachQuestion middle, ulong seed, int threads, CancellationToken cancel)
    {
        var draws = (int)Math.Clamp(Steps / ((model.Nodes.Count + (double)model.Arcs.Count) * Worlds), LeastDraws, MostDraws);
        var (counts, risks) = (new double[model.Nodes.Count], new double[draws]);
        for (var draw = 0; draw < draws; draw++)
        {
            var parameters = new ParameterDraw(model, seed, draw);
            var question = middle with
            {
                NodeChance = [.. Enumerable.Range(0, model.Nodes.Count).Select(parameters.NodeChance)],
                ArcChance = [.. Enumerable.Range(0, model.Arcs.Count).Select(parameters.ArcChance)],
                Value = [.. middle.Value.Select((value, node) => value * parameters.ValueFactor(node))],
            };
            var estimate = MonteCarlo.Run(question, seed, Worlds, threads, links: true, cancel);
            risks[draw] = estimate.Risk.Mean;
            foreach (var node in estimate.RankedLinks().Take(10)) counts[node]++;
        }

        Array.Sort(risks);
        return new DrawnRisks([.. counts.Select(count => count / draws)], risks[(int)(0.05 * (draws - 1))], risks[(int)Math.Ceiling(0.95 * (draws - 1))], draws);
    }
}
