using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Assessments;

/// <summary>A model by which maturity is assessed, in one version: its terms, its tree, its scale.</summary>
internal sealed record AssessmentModel
{
    /// <summary>Code under which a result for the whole is given.</summary>
    internal const string Whole = "ALL";

    /// <summary>As it is cited: <c>CMM-2021</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The model whatever its version: <c>CMM</c>.</summary>
    public required string Model { get; init; }

    public required string Version { get; init; }

    public required BothWords Name { get; init; }

    public required string Owner { get; init; }

    /// <summary>What is known of its terms.</summary>
    public required string Licence { get; init; }

    public required Redistribution Redistribution { get; init; }

    /// <summary>What of it is kept here.</summary>
    public required string Ship { get; init; }

    public required string Url { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>In the order of the model, each after the node above it.</summary>
    public required IReadOnlyList<ModelNode> Nodes { get; init; }

    /// <summary>Lowest first.</summary>
    public required IReadOnlyList<ScaleLevel> Scale { get; init; }

    /// <summary>True only where its terms were read and allow it; nothing else lets a name leave the node.</summary>
    internal bool PassesNames => Redistribution == Redistribution.YesWithSource;

    internal ModelNode? Node(string code) => Nodes.FirstOrDefault(node => node.Code == code);

    /// <summary>Depth of a node below the top, from 0.</summary>
    internal int Depth(ModelNode node) => node.Parent.Length == 0 || Node(node.Parent) is not { } above ? 0 : 1 + Depth(above);

    /// <summary>True where the level can be given to the node: tiers belong to the whole alone.</summary>
    internal bool Allows(string code, string level) =>
        (code == Whole || Node(code) is not null)
        && Scale.Any(one => one.Kind switch
        {
            ScaleKind.Percent => Percent(level) is not null,
            ScaleKind.Tier => code == Whole && one.Level == level,
            _ => one.Level == level,
        });

    /// <summary>The level as it is named; null for a score in percent.</summary>
    internal ScaleLevel? Level(string level) => Scale.FirstOrDefault(one => one.Level == level && one.Kind != ScaleKind.Percent);

    /// <summary>
    /// The level as a share of its own scale, from 0 to 1: (stage − lowest) / (highest − lowest), or score / 100. Null for a tier, which is a class and no measure.
    /// Shares of two models say different things and are never averaged.
    /// </summary>
    internal double? Share(string level)
    {
        if (Level(level) is { } named)
        {
            if (named.Kind == ScaleKind.Tier) return null;
            var steps = Scale.Where(one => one.Kind == ScaleKind.Step).Select(one => double.Parse(one.Level, CultureInfo.InvariantCulture)).ToList();
            return (double.Parse(level, CultureInfo.InvariantCulture) - steps.Min()) / (steps.Max() - steps.Min());
        }

        return Scale.Any(one => one.Kind == ScaleKind.Percent) && Percent(level) is { } percent ? (double)percent / 100 : null;
    }

    /// <summary>The place of a level in its scale, for saying which of two is higher; null where it has none.</summary>
    internal double? Place(string level) => Share(level) ?? (Level(level) is { } named ? Scale.ToList().IndexOf(named) : null);

    private static decimal? Percent(string level) =>
        level.Length <= 6 && decimal.TryParse(level, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) && figure is >= 0 and <= 100 ? figure : null;
}
