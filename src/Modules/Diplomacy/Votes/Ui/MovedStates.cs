using Microsoft.AspNetCore.Http;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Majority;
using Noroshi.Shell.Languages;

namespace Noroshi.Diplomacy.Votes.Ui;

/// <summary>Addresses of the same forecast with one state moved, or moved back.</summary>
internal static class MovedStates
{
    /// <summary>The address with a state moved to a choice; null is absent.</summary>
    internal static string With(HttpRequest request, MajorityForecast forecast, string state, Choice? choice) =>
        request.SamePage("set", Written(forecast.Given.Where(move => move.Key != state).Append(new(state, choice))));

    /// <summary>The address with a state left to the forecast again.</summary>
    internal static string Without(HttpRequest request, MajorityForecast forecast, string state) =>
        request.SamePage("set", forecast.Given.Count <= 1 ? null : Written(forecast.Given.Where(move => move.Key != state)));

    private static string Written(IEnumerable<KeyValuePair<string, Choice?>> moves) =>
        string.Join(',', moves.OrderBy(move => move.Key, StringComparer.Ordinal).Select(move => $"{move.Key}={(move.Value is { } choice ? VotesVerb.Word(choice) : "absent")}"));
}
