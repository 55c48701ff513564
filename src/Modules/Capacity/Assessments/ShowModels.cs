using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Capacity.Registry;
using Noroshi.Shell;

namespace Noroshi.Capacity.Assessments;

/// <summary>Models, topics and how they relate: <c>GET models</c>, <c>GET models/{id}</c>, <c>GET topics</c>.</summary>
internal static class ShowModels
{
    /// <summary>A model in a list.</summary>
    internal sealed record Line(string Id, string Model, string Version, string NameEn, string NameJa, string Owner, string Licence, string Redistribution, int Nodes, string Url, string Source, string Confidence);

    internal sealed record Models(IReadOnlyList<Line> List);

    /// <summary>A topic with the nodes that speak to it, as proposals of this program.</summary>
    internal sealed record TopicLine(string Code, string Area, string En, string Ja, string DacCode, string DacName, string? Note, IReadOnlyList<NodeLine> Nodes);

    internal sealed record NodeLine(string Model, string Code, string Relation, string Source, string Confidence);

    internal sealed record Topics(IReadOnlyList<TopicLine> List);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/models", (ModelLibrary library) => TypedResults.Ok(new Models([.. library.Models.Select(one => new Line(
                one.Id, one.Model, one.Version, one.Name.En, one.Name.Ja, one.Owner, one.Licence, ModelExport.Word(one.Redistribution), one.Nodes.Count, one.Url, one.Provenance.Source, one.Provenance.Confidence.ToString()))])))
            .WithSummary("Assessment models with what is known of their terms.").Produces<Models>();
        api.MapGet("/models/{id}", One).WithSummary("A model's tree and scale; names only where its terms allow them to be passed on; format=csv for a file.").Produces<ModelExport>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/topics", (ModelLibrary library) => TypedResults.Ok(new Topics([.. library.Topics.Select(one => new TopicLine(
                one.Code, one.Area, one.Name.En, one.Name.Ja, one.DacCode, one.DacName, one.Note.Length > 0 ? one.Note : null,
                [.. library.Crosswalks.Where(link => link.Topic == one.Code).Select(link => new NodeLine(link.Model, link.Code, link.IsNear ? "near" : "part", link.Provenance.Source, link.Provenance.Confidence.ToString()))]))])))
            .WithSummary("Topics of capacity building (IATI sector vocabulary 99) and which nodes of which model speak to them: proposals of this program.").Produces<Topics>();
    }

    private static IResult One(string id, string? format, CapacityAsk ask)
    {
        var csv = CsvAsked.Is(format);
        var export = ModelExport.Of(ask.Model(id));
        return csv ? CsvTable.Download(export.Id.ToLowerInvariant() + ".csv", ModelExport.Columns, export.Rows()) : TypedResults.Ok(export);
    }
}
