namespace Noroshi.Capacity.Assessments;

/// <summary>A model as it may leave the node: with names only where its terms allow it; else ids and levels, and why.</summary>
/// <remarks>
/// <c>Withheld</c>: Why names are left out; null where they are in.<br/>
/// Own-word glosses are ours to give and are marked as such.
/// </remarks>
internal sealed record ModelExport(
    string Id, string Model, string Version, string Owner, string Url, string Licence, string PassingOn, string? Withheld, IReadOnlyList<ModelExport.Node> Nodes, IReadOnlyList<ModelExport.Level> Scale,
    string Source, string? AsOf, string Confidence)
{
    /// <summary>A node; the name is null where it is withheld.</summary>
    internal sealed record Node(string Code, string? Parent, string Kind, string? NameEn, string? NameJa, string? OwnWordsEn, string? OwnWordsJa, string Confidence);

    /// <summary>A level; the name is null where it is withheld.</summary>
    internal sealed record Level(string Value, string Kind, string? NameEn, string? NameJa);

    internal static readonly string[] Columns = ["model", "code", "parent", "kind", "name_en", "name_ja", "own_words_en", "own_words_ja", "names_withheld_because", "source", "confidence"];

    internal static ModelExport Of(AssessmentModel model)
    {
        string? Name(string name) => model.PassesNames && name.Length > 0 ? name : null;
        string? Own(ModelNode node, string gloss) => node.IsOwnWords && gloss.Length > 0 ? gloss : null;
        return new ModelExport(
            model.Id, model.Model, model.Version, model.Owner, model.Url, model.Licence, Word(model.Redistribution), Reason(model),
            [.. model.Nodes.Select(node => new Node(node.Code, node.Parent.Length > 0 ? node.Parent : null, node.Level, Name(node.Name.En), Name(node.Name.Ja), Own(node, node.Gloss.En), Own(node, node.Gloss.Ja), node.Provenance.Confidence.ToString()))],
            [.. model.Scale.Select(level => new Level(level.Level, level.Kind.ToString().ToLowerInvariant(), Name(level.Name.En), Name(level.Name.Ja)))],
            model.Provenance.Source, model.Provenance.AsOf?.ToString(), model.Provenance.Confidence.ToString());
    }

    internal IEnumerable<object?[]> Rows() => Nodes.Select(node => new object?[] { Id, node.Code, node.Parent, node.Kind, node.NameEn, node.NameJa, node.OwnWordsEn, node.OwnWordsJa, Withheld, Source, node.Confidence });

    internal static string Word(Redistribution redistribution) => redistribution switch { Redistribution.YesWithSource => "yes-with-source", Redistribution.No => "no", _ => "unknown" };

    private static string? Reason(AssessmentModel model) => model.Redistribution switch
    {
        Redistribution.YesWithSource => null,
        Redistribution.No => $"The terms of {model.Owner} do not allow its texts to be passed on: ids and levels only.",
        _ => $"Whether the texts of {model.Owner} may be passed on is not known: ids and levels only.",
    };
}
