using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Kernel;
using Noroshi.Observatory.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Observatory.Api;

/// <summary><c>sensors</c>: list, add, new token, retire.</summary>
internal static class SensorsEndpoint
{
    internal sealed record SensorAnswer(string Name, string Owner, string Country, string Kind, DateTimeOffset CreatedAt, DateTimeOffset? LastSeenAt, DateTimeOffset? RetiredAt, bool MayUpload);

    internal sealed record NewSensor(string Name, string Country, string Kind);

    internal sealed record TokenAnswer(string Sensor, string Token, string Note);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sensors", ListAsync).RequireRoles(Viewers.Readers).AllowToken(TokenScope.Read)
            .WithSummary("The sensors whose data you may read.").Produces<IReadOnlyList<SensorAnswer>>();
        api.MapPost("/sensors", AddAsync).RequireRoles(Viewers.Keepers).AllowToken(TokenScope.Admin).AddEndpointFilter<CookieGuard>()
            .WithSummary("Adds a sensor of your organisation. Its upload token is in the answer and never shown again.")
            .Produces<TokenAnswer>(201).ProducesProblem(400).ProducesProblem(409);
        api.MapPost("/sensors/{name}/token", ReplaceTokenAsync).RequireRoles(Viewers.Keepers).AllowToken(TokenScope.Admin).AddEndpointFilter<CookieGuard>()
            .WithSummary("Gives a sensor a new upload token; the old one stops at once.").Produces<TokenAnswer>().ProducesProblem(404);
        api.MapPost("/sensors/{name}/retire", RetireAsync).RequireRoles(Viewers.Keepers).AllowToken(TokenScope.Admin).AddEndpointFilter<CookieGuard>()
            .WithSummary("Ends a sensor's work: its token stops, what it saw stays.").Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Viewers viewers)
    {
        var viewer = await viewers.OfAsync(context.User, context.RequestAborted);
        return TypedResults.Ok(viewer.Sensors.Select(AnswerOf).ToList());
    }

    private static async Task<IResult> AddAsync(HttpContext context, NewSensor asked, ManageSensors manage)
    {
        if (!SensorName.IsValid(asked.Name)) return Problems.Of(new FilterProblem("name", "is not a name for a sensor", "Use " + SensorName.Rule + "."));
        if (!CountryCode.TryParse(asked.Country, out var country)) return Problems.Of(new FilterProblem("country", "is not a country code", "Use two letters (ISO 3166-1 alpha-2), for example JP."));
        if (!SensorKinds.All.Contains(asked.Kind)) return Problems.Of(new FilterProblem("kind", "is not a known kind", "Use one of: " + string.Join(", ", SensorKinds.All) + "."));
        var token = await manage.AddAsync(context.User, asked.Name, country, asked.Kind, context.RequestAborted);
        if (token is null) return Problems.Of(StatusCodes.Status409Conflict, $"There is a sensor named '{asked.Name}' already.", "Choose another name. Names of retired sensors stay taken, because their data keeps them.");
        return TypedResults.Created("/api/v1/observatory/sensors", AnswerOf(asked.Name, token));
    }

    private static async Task<IResult> ReplaceTokenAsync(HttpContext context, string name, ManageSensors manage) =>
        await manage.ReplaceTokenAsync(context.User, name, context.RequestAborted) is { } token ? TypedResults.Ok(AnswerOf(name, token)) : NotFound();

    private static async Task<IResult> RetireAsync(HttpContext context, string name, ManageSensors manage) =>
        await manage.RetireAsync(context.User, name, context.RequestAborted)
            ? PageAnswer.Or(context, "/observatory/sensors?done=retired", TypedResults.NoContent())
            : NotFound();

    private static TokenAnswer AnswerOf(string name, string token) => new(name, token, "Shown this once. Keep it where only the sensor reads it.");

    private static SensorAnswer AnswerOf(Sensor sensor) =>
        new(sensor.Name, sensor.Owner, sensor.Country, sensor.Kind, sensor.CreatedAt, sensor.LastSeenAt, sensor.RetiredAt, sensor.TokenHash is not null);

    private static IResult NotFound() => Problems.Of(StatusCodes.Status404NotFound, "There is no such sensor of your organisation in use.", "Choose one from the list of sensors.");
}
