using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>Where states stand on contested topics: <c>GET topics</c>, <c>GET topics/{id}</c>, <c>GET matrix</c>.</summary>
internal static class ShowTopics
{
    private static readonly string[] _columns = ["topic", "state", "stance", "inherited_from", "date", "statement", "text_en", "text_ja", "source", "as_of", "confidence"];

    internal sealed record Answer(string On, IReadOnlyList<TopicAnswer> Topics);

    internal sealed record Evidence(TopicAnswer Topic, IReadOnlyList<StatementAnswer> Statements);

    /// <summary>Latest evidence of each state on each topic; a cell with several lines holds two positions at once.</summary>
    internal sealed record Matrix(string On, IReadOnlyList<Cell> Cells);

    /// <summary>One piece of the latest evidence.</summary>
    /// <remarks>
    /// <c>InheritedFrom</c>: The organisation whose position it is as a member; null where the state itself spoke.
    /// </remarks>
    internal sealed record Cell(string Topic, string State, int Stance, string? InheritedFrom, string Date, StatementAnswer Statement);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/topics", ListAsync).WithSummary("Contested topics with how the recorded states divide over them on a day (on=).").Produces<Answer>().ProducesProblem(400);
        api.MapGet("/topics/{id}", OneAsync).WithSummary("A topic with every statement on it, latest first; filter by state.").Produces<Evidence>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/matrix", MatrixAsync).WithSummary("Topics and states with the latest evidence of each (on=, states=JP,US); format=csv for a file.").Produces<Matrix>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(string? on, HttpContext context, ReadDesk reading)
    {
        var day = DeskAsk.Day(on, reading.Today);
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        var positions = record.PositionsOn(day);
        return TypedResults.Ok(new Answer(Write(day), [.. record.Topics.Select(topic => TopicAnswer.Of(TopicStanding.Of(topic, positions, record.Outcomes)))]));
    }

    private static async Task<IResult> OneAsync(string id, string? state, HttpContext context, DeskAsk ask, ReadDesk reading)
    {
        var asked = ask.OptionalState(state);
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        var topic = DeskAsk.Found(record.Topic(id), "topic", id, "/diplomacy/matrix");
        var statements = record.Statements.Where(one => one.Topic == topic.Id && (!asked.IsKnown || one.State == asked));
        return TypedResults.Ok(new Evidence(TopicAnswer.Of(TopicStanding.Of(topic, record.PositionsOn(reading.Today), record.Outcomes)), [.. statements.Select(StatementAnswer.Of)]));
    }

    private static async Task<IResult> MatrixAsync(string? on, string? states, string? format, HttpContext context, DeskAsk ask, ReadDesk reading)
    {
        var csv = CsvAsked.Is(format);
        var day = DeskAsk.Day(on, reading.Today);
        var asked = ask.States(states);
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        var positions = record.PositionsOn(day);
        var cells = record.Topics.SelectMany(topic => positions.On(topic.Id).Where(position => asked.Count == 0 || asked.Contains(position.State)).OrderBy(position => position.State.ToString(), StringComparer.Ordinal))
            .SelectMany(position => position.Latest.Select(held => new Cell(position.Topic, position.State.ToString(), held.Stance, BothTexts.Said(held.Group), held.Statement.Date.ToString(), StatementAnswer.Of(held.Statement)))).ToList();
        return csv
            ? CsvTable.Download($"positions-{Write(day)}.csv", _columns, cells.Select(cell => new object?[] { cell.Topic, cell.State, cell.Stance, cell.InheritedFrom, cell.Date, cell.Statement.Id, cell.Statement.Text?.En, cell.Statement.Text?.Ja, cell.Statement.Origin.Source, cell.Statement.Origin.AsOf, cell.Statement.Origin.Confidence }))
            : TypedResults.Ok(new Matrix(Write(day), cells));
    }

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
