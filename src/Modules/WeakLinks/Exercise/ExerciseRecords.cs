using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Features;
using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Exercise;

/// <summary>Which numbers of the invented alliance are drawn from what the other rooms of the exercise recorded; what is not recorded stays as invented.</summary>
internal static class ExerciseRecords
{
    private const string Partner = "PH";
    private const string Model = "CMM-2021";
    private const int Days = 30;

    // Invented, as everything here: which point of the model speaks for which node is for an analyst to say.
    private static readonly Dictionary<string, string> _points = new(StringComparer.Ordinal) { ["ex-ph-csirt"] = "D1.2", ["ex-ph-government"] = "D1.1", ["ex-ph-power"] = "D1.3", ["ex-ph-port"] = "D1.3" };
    private static readonly TrafficAsk _traffic = new(Partner, null, Days);

    internal static FiguresAsked Asked { get; } = new([Partner], [_traffic], Projects: true);

    internal static ModelRequest Draw(ModelRequest request, FiguresFound found)
    {
        var flow = found.Flows.FirstOrDefault(flow => flow.Ask == _traffic)?.Days;
        var model = request.Model;
        var (from, to) = (model.Positions["ex-ph-cable"], model.Positions["ex-jp-telecom"]);
        return request with
        {
            Model = model with
            {
                Nodes = [.. model.Nodes.Select(node => Level(node, found) is { } level ? FillFigures.With(node with { Low = null, High = null }, level) : node)],
                Arcs = [.. model.Arcs.Select(arc => flow is { Watched: > 0 } days && arc.From == from && arc.To == to ? FillFigures.With(arc with { Class = "flow" }, _traffic, days) : arc)],
            },
        };
    }

    /// <summary>The plan with the effects that recorded projects teach; as it stands where none teaches.</summary>
    internal static AllocationAsk Draw(AllocationAsk plan, FiguresFound found) => new FillFigures(found).Learnt() is { Projects: > 0 } learnt
        ? plan with { Projects = [.. plan.Projects.Select(learnt.Of)], Learnt = learnt }
        : plan;

    private static FiguresFound.Level? Level(LinkNode node, FiguresFound found) =>
        _points.TryGetValue(node.Id, out var code) ? found.Levels.FirstOrDefault(level => level is { Exercise: true, State: Partner, Model: Model, StaysInside: false } && level.Code == code) : null;
}
