using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary><c>votes agreement A B</c>: how two states voted where both chose.</summary>
internal static class ShowAgreement
{
    private sealed record Asked(string One, string Other, int? From, int? To, string? List);

    internal static Command Create(CommandHost host)
    {
        var (one, other) = (StateArgument("a", "One state, for example JP."), StateArgument("b", "The other."));
        var from = new Option<int?>("--from") { Description = "Only votes of this year or later.", HelpName = "YEAR" };
        var to = new Option<int?>("--to") { Description = "Only votes of this year or earlier.", HelpName = "YEAR" };
        var resolutions = new Option<string?>("--resolutions") { Description = "Only votes on these resolutions as a whole, for example 73/27,74/29.", HelpName = "LIST" };
        return new Command("agreement", "How far two states agreed where both cast a vote: share, S score, Cohen's kappa, and every vote that counted.") { one, other, from, to, resolutions }
            .OverFolder(host, (asked, options, json, _) => Task.FromResult(Run(host, options, new Asked(asked.GetRequiredValue(one), asked.GetRequiredValue(other), asked.GetValue(from), asked.GetValue(to), asked.GetValue(resolutions)), json)));
    }

    private static Argument<string> StateArgument(string name, string what) => new(name) { Description = what, HelpName = name.ToUpperInvariant() };

    private static int Run(CommandHost host, NodeOptions options, Asked asked, bool json)
    {
        var (states, book) = (VotesVerb.States(host), VotesVerb.Kept(options));
        string? Year(int? year) => year?.ToString(CultureInfo.InvariantCulture);
        var ask = AgreementAsk.Read(book, states, asked.One, asked.Other, Year(asked.From), Year(asked.To), asked.List);
        var (one, other) = (ask.One, ask.Other!.Value);
        var agreement = Agreement.Between(book, one, other, ask.Wants)
            ?? throw new WrongAskException("b", $"{states.NameOf(book.States[one])} and {states.NameOf(book.States[other])} share no vote among those asked for.", "Ask for more years or resolutions.");
        Write(host.Out, agreement, book.States[one], book.States[other], json);
        foreach (var state in (int[])[one, other])
        {
            if (states.FormerOf(book.States[state]) is { } former) host.Error.WriteLine($"{former.Gone}; successors: {string.Join(", ", former.Successors)}. Its votes are not theirs.");
        }

        if (agreement.Votes.Count < 30) host.Error.WriteLine($"{agreement.Votes.Count} votes are few: read them one by one.");
        return 0;
    }

    private static void Write(TextWriter output, Agreement agreement, string one, string other, bool json)
    {
        var votes = agreement.Votes.Select(vote => new
        {
            rollCall = vote.RollCall.Key,
            session = vote.RollCall.Session,
            date = vote.RollCall.Day,
            resolution = vote.RollCall.Resolution,
            title = vote.RollCall.Title,
            a = VotesVerb.Word(vote.One),
            b = VotesVerb.Word(vote.Other),
        }).ToList();
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { n = votes.Count, agreement = agreement.Share, s = agreement.S, kappa = agreement.Kappa, votes }, ReadableJson.Options));
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one} and {other}: agreement {agreement.Share:0.000}, S {agreement.S:0.000}, kappa {(agreement.Kappa is { } kappa ? kappa.ToString("0.000", CultureInfo.InvariantCulture) : "not defined")}, in {votes.Count:N0} votes"));
        foreach (var vote in votes) output.WriteLine($"{vote.date}  {vote.resolution,-10} {one} {vote.a,-7} {other} {vote.b,-7} {(vote.title.Length > 80 ? vote.title[..79] + "…" : vote.title)}");
    }
}
