namespace Noroshi.WeakLinks.Domain;

/// <summary>The model with some assumptions moved away from the middle.</summary>
/// <remarks>Positions lie in [0,1] with 0.5 the middle; shifts are on the logit scale by class; factors of values are by sector or by node; left-out arcs are named by source or class.</remarks>
internal sealed record ModelSetting
{
    internal static ModelSetting Middle { get; } = new();

    internal double Susceptibility { get; init; } = 0.5;

    internal double Ranges { get; init; } = 0.5;

    internal IReadOnlyDictionary<string, double> ClassShift { get; init; } = new Dictionary<string, double>();

    internal IReadOnlyDictionary<string, double> SectorValue { get; init; } = new Dictionary<string, double>();

    internal IReadOnlyDictionary<int, double> NodeValue { get; init; } = new Dictionary<int, double>();

    internal string? WithoutSource { get; init; }

    /// <summary>A source of maturities that is not relied on, and what then stands for each of them: 0 at worst, 1 at best.</summary>
    internal (string Source, double Maturity)? Doubted { get; init; }

    internal string? WithoutClass { get; init; }

    /// <summary>The question over the same graph; a left-out arc stays in it and never carries.</summary>
    internal ReachQuestion Ask(LinkModel model, ReachQuestion middle)
    {
        var scenario = ParameterDraw.At(Susceptibility);
        double Node(LinkNode node)
        {
            if (Doubted is { } doubted && node.Maturity is not null && node.Source == doubted.Source) return scenario.Of(doubted.Maturity);
            var given = node.Low is null ? node.Given : ParameterDraw.Between(node.Low.Value, node.Given, node.High!.Value, Ranges);
            return node.Maturity is null ? given : scenario.Of(given);
        }

        double Arc(LinkArc arc)
        {
            if ((WithoutSource is not null && arc.Source == WithoutSource) || (WithoutClass is not null && arc.Class == WithoutClass)) return 0;
            return ParameterDraw.Shifted(arc.Mean, ClassShift.GetValueOrDefault(arc.Class));
        }

        return middle with
        {
            NodeChance = [.. model.Nodes.Select(Node)],
            ArcChance = [.. model.Arcs.Select(Arc)],
            Value = [.. middle.Value.Select((value, node) => value * SectorValue.GetValueOrDefault(model.Nodes[node].Sector, 1) * NodeValue.GetValueOrDefault(node, 1))],
        };
    }
}
