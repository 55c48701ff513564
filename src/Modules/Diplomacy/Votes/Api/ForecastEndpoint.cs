using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Serving;
using Noroshi.Shell;

namespace Noroshi.Diplomacy.Votes.Api;

/// <summary><c>GET votes/forecast</c>: a majority weighed, state by state, with basis and record.</summary>
internal static class ForecastEndpoint
{
    internal static void Map(IEndpointRouteBuilder votes) => votes.MapGet("/forecast", Handle)
        .WithSummary("How probable a majority is for a text like earlier ones: topic words or resolutions, rule simple or two-thirds, set moves such as PH=yes; format=csv for the states. 503 while points are being estimated.")
        .Produces<ForecastAnswer>().ProducesProblem(400).ProducesProblem(503);

    private static IResult Handle(string? topic, string? resolutions, string? rule, string? set, string? format, VoteQuestions questions)
    {
        if (questions.Forecast(topic, resolutions, rule, set) is not { } forecast)
        {
            // They may have become ready since they were looked for.
            return questions.Kept.IsEstimating || questions.Kept.Points is not null
                ? VotesApi.NotYet()
                : throw new WrongAskException("topic", "The kept votes are too few to place states.", "Import more.");
        }

        var answer = ForecastAnswer.Of(questions.Kept.Book, forecast, questions.NextSession, questions.Kept.Record);
        return CsvAsked.Is(format)
            ? CsvTable.Download("forecast.csv", ["state", "yes", "abstain", "no", "given", "point", "low", "high", "votes", "similar_votes", "last_choice", "last_resolution"],
                answer.States.Select(state => new object?[] { state.State, state.Yes, state.Abstain, state.No, state.Given, state.Point, state.Low, state.High, state.N, state.SimilarN, state.Last?.Choice, state.Last?.Resolution })
                    .Concat(answer.Unknown.Select(state => new object?[] { state.State, null, null, null, state.Given, null, null, null, state.N, null, null, null })))
            : TypedResults.Ok(answer);
    }
}
