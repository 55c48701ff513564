using System.Text.Json;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Node.Cli;
using Noroshi.Shell;
using Noroshi.Tests.Diplomacy.Votes.Estimation;
using Noroshi.Tests.ReferenceData;

namespace Noroshi.Tests.Diplomacy.Votes.Verbs;

/// <summary>The verbs as they are typed: what they print, and how they end.</summary>
public sealed class VotesVerbTests : IDisposable
{
    private const string Calls = "rcid,session,date,unres,amend,para,short,descr\n1,60,2005-12-08,R/60/45,NA,NA,t,One\n2,61,2006-12-06,R/61/54,NA,NA,t,Two\n3,61,2006-12-07,R/61/55,NA,1,t,Part\n";
    private const string Votes = "rcid,country,country_code,vote\n1,Japan,JP,yes\n1,United States,US,no\n2,Japan,JP,yes\n2,United States,US,abstain\n3,Japan,JP,yes\n3,United States,US,yes\n3,Nowhere,QQ,yes\n3,Czechoslovakia,CS,no\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-votes-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Import_WhenRowsAreGood_CountsThemAndNamesTheOthers()
    {
        var (exit, json, _) = await ImportAsync();
        exit.ShouldBe(0);
        var answer = JsonDocument.Parse(json).RootElement;
        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["votes", "rollCalls", "states", "rejected", "seconds"]);
        (answer.GetProperty("votes").GetInt32(), answer.GetProperty("rollCalls").GetInt32(), answer.GetProperty("states").GetInt32()).ShouldBe((7, 3, 3));
        var rejected = answer.GetProperty("rejected").EnumerateArray().ShouldHaveSingleItem();
        rejected.EnumerateObject().Select(member => member.Name).ShouldBe(["file", "row", "reason"]);
        rejected.GetProperty("row").GetInt32().ShouldBe(8);
    }

    [Fact]
    public async Task Agreement_WhenAsked_ShowsMeasuresAndEveryVote()
    {
        await ImportAsync();
        var (exit, json, error) = await RunAsync("votes", "agreement", "jp", "US", "--data", Data, "--json");
        exit.ShouldBe(0);
        var answer = JsonDocument.Parse(json).RootElement;
        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["n", "agreement", "s", "kappa", "votes"]);
        answer.GetProperty("n").GetInt32().ShouldBe(3);
        answer.GetProperty("agreement").GetDouble().ShouldBe(0.5);
        answer.GetProperty("s").GetDouble().ShouldBe(0);
        var vote = answer.GetProperty("votes")[0];
        vote.EnumerateObject().Select(member => member.Name).ShouldBe(["rollCall", "session", "date", "resolution", "title", "a", "b"]);
        (vote.GetProperty("a").GetString(), vote.GetProperty("b").GetString()).ShouldBe(("yes", "no"));
        error.ShouldContain("few");
    }

    [Fact]
    public async Task Agreement_WhenTheVotesAreOfTheDigitalLibrary_NamesRollCallsAsTheirAddressesDo()
    {
        var file = Path.Combine(_folder, "library.csv");
        await File.WriteAllTextAsync(file, "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title\n7,JPN,JAPAN,Y,2018-12-05,73,A/RES/73/27,One\n7,USA,UNITED STATES,N,2018-12-05,73,A/RES/73/27,One\n");
        (await RunAsync("votes", "import", file, "--data", Data)).Exit.ShouldBe(0);
        JsonDocument.Parse((await RunAsync("votes", "agreement", "JP", "US", "--data", Data, "--json")).Out).RootElement.GetProperty("votes")[0].GetProperty("rollCall").GetString().ShouldBe("undl-7");
    }

    [Theory]
    [InlineData(1, "--to", "2005")]
    [InlineData(2, "--from", "2006")]
    [InlineData(1, "--resolutions", "A/RES/61/54")]
    public async Task Agreement_WhenNarrowed_CountsOnlyThoseVotes(int expected, string option, string value)
    {
        await ImportAsync();
        JsonDocument.Parse((await RunAsync("votes", "agreement", "JP", "US", option, value, "--data", Data, "--json")).Out).RootElement.GetProperty("n").GetInt32().ShouldBe(expected);
    }

    [Theory]
    [InlineData("There is no state with the code 'QQ'", "QQ")]
    [InlineData("No vote of France (FR) is kept", "FR")]
    [InlineData("its votes are kept under RU", "SU")]
    [InlineData("Before it there was Czechoslovakia (CS): ask for CS", "SK")]
    [InlineData("name two states", "JP")]
    [InlineData("share no vote", "US", "--from", "2007")]
    [InlineData("No recorded vote is kept on 61/55", "US", "--resolutions", "61/55")]
    [InlineData("lies after", "US", "--from", "2007", "--to", "2006")]
    public async Task Agreement_WhenItCannotBeTold_SaysWhyAndEndsWithTwo(string said, string other, params string[] more)
    {
        await ImportAsync();
        var (exit, text, error) = await RunAsync(["votes", "agreement", "JP", other, .. more, "--data", Data]);
        (exit, text).ShouldBe((2, ""));
        error.ShouldContain(said);
    }

    [Fact]
    public async Task Agreement_WhenAStateHasCeased_SaysSoBesideTheAnswer()
    {
        await ImportAsync();
        var (exit, _, error) = await RunAsync("votes", "agreement", "JP", "CS", "--data", Data);
        exit.ShouldBe(0);
        error.ShouldContain("Czechoslovakia (CS) is no state today (until 1992-12); successors: CZ, SK.");
    }

    [Fact]
    public async Task IdealPoints_WhenVotesAreEnough_ShowEveryStateAndSession()
    {
        new VoteStore(Data).Keep(new InventedVotes(6, states: 40, sessions: 3, rollCalls: 40, step: 0.2).Book);
        var (exit, json, error) = await RunAsync("votes", "ideal-points", "--data", Data, "--json");
        exit.ShouldBe(0, error);
        var answer = JsonDocument.Parse(json).RootElement;
        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["rows", "iterations", "converged", "seconds"]);
        answer.GetProperty("rows").GetArrayLength().ShouldBe(120);
        answer.GetProperty("rows")[0].EnumerateObject().Select(member => member.Name).ShouldBe(["state", "session", "point", "low", "high", "n"]);
        answer.GetProperty("converged").GetBoolean().ShouldBeTrue();
        (await RunAsync("votes", "ideal-points", "--data", Data)).Out.ShouldContain("converged after");
    }

    [Fact]
    public async Task IdealPoints_WhenVotesAreTooFew_AreRefused()
    {
        await ImportAsync();
        var (exit, _, error) = await RunAsync("votes", "ideal-points", "--data", Data);
        exit.ShouldBe(2);
        error.ShouldContain("too few");
    }

    [Theory]
    [InlineData("agreement", "JP", "US")]
    [InlineData("ideal-points")]
    [InlineData("forecast", "--topic", "security")]
    public async Task Verbs_WhenNothingIsKept_SayHowToBringVotes(params string[] verb)
    {
        var (exit, _, error) = await RunAsync(["votes", .. verb, "--data", Data]);
        exit.ShouldBe(2);
        error.ShouldContain("votes import");
    }

    [Fact]
    public async Task Verbs_WhenHelpIsRead_NeverForetellAVote()
    {
        foreach (var verb in new[] { "import", "agreement", "ideal-points", "forecast" }) (await RunAsync("votes", verb, "--help")).Out.ShouldNotContain(" will ", Case.Insensitive);
    }

    [Fact]
    public async Task Forecast_WhenAsked_ShowsChancesBasisAndRecord()
    {
        new VoteStore(Data).Keep(new InventedVotes(8, states: 6, sessions: 6, rollCalls: 60, step: 0.2, names: ["US", "JP", "FR", "CN", "IN", "BR"]).Book);
        var (exit, json, error) = await RunAsync("votes", "forecast", "--resolutions", "6/1,5/2", "--set", "JP=yes,KI=absent", "--data", Data, "--json");
        exit.ShouldBe(0, error);
        var answer = JsonDocument.Parse(json).RootElement;
        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["rule", "session", "passes", "ifUnknown", "expected", "margin", "tipping", "pivotal", "states", "unknown", "similar", "pointsBothWays", "record", "note"]);
        answer.GetProperty("session").GetInt32().ShouldBe(7);
        answer.GetProperty("passes").GetDouble().ShouldBeInRange(0, 1);
        answer.GetProperty("states").GetArrayLength().ShouldBe(6);
        answer.GetProperty("unknown").GetArrayLength().ShouldBe(193 - 6);
        answer.GetProperty("similar").GetArrayLength().ShouldBe(2);
        answer.GetProperty("states").EnumerateArray().Single(state => state.GetProperty("state").GetString() == "JP").GetProperty("given").GetString().ShouldBe("yes");
        foreach (var state in answer.GetProperty("states").EnumerateArray()) (state.GetProperty("yes").GetDouble() + state.GetProperty("abstain").GetDouble() + state.GetProperty("no").GetDouble()).ShouldBe(1, 1e-3);
        answer.GetProperty("pivotal").EnumerateArray().Select(pivot => pivot.GetProperty("state").GetString()).ShouldNotContain("JP");
        (await RunAsync("votes", "forecast", "--topic", "invented text", "--data", Data)).Out.ShouldContain("unknown, fewer than 30 votes");
    }

    [Theory]
    [InlineData("Nothing says which earlier votes")]
    [InlineData("has a title with the words 'telephones'", "--topic", "telephones")]
    [InlineData("No recorded vote is kept on 99/1", "--resolutions", "99/1")]
    [InlineData("There is no rule 'most'", "--topic", "invented", "--rule", "most")]
    [InlineData("'JP' is no move", "--topic", "invented", "--set", "JP")]
    [InlineData("'CS=yes' names no state of today", "--topic", "invented", "--set", "CS=yes")]
    [InlineData("'JP=maybe' names no choice", "--topic", "invented", "--set", "JP=maybe")]
    public async Task Forecast_WhenItCannotBeMade_SaysWhyAndEndsWithTwo(string said, params string[] asked)
    {
        new VoteStore(Data).Keep(new InventedVotes(8, states: 6, sessions: 6, rollCalls: 60, step: 0.2, names: ["US", "JP", "FR", "CN", "IN", "BR"]).Book);
        var (exit, _, error) = await RunAsync(["votes", "forecast", .. asked, "--data", Data]);
        exit.ShouldBe(2);
        error.ShouldContain(said);
    }

    private async Task<(int Exit, string Out, string Error)> ImportAsync()
    {
        var (calls, votes) = (Path.Combine(_folder, "calls.csv"), Path.Combine(_folder, "votes.csv"));
        await File.WriteAllTextAsync(calls, Calls);
        await File.WriteAllTextAsync(votes, Votes);
        return await RunAsync("votes", "import", votes, "--roll-calls", calls, "--data", Data, "--json");
    }

    private static async Task<(int Exit, string Out, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var host = new CommandHost(_ => throw new InvalidOperationException("These verbs need no records."), ReferenceFolderOfTheTree.Path) { Out = output, Error = error };
        return (await CommandLine.RunAsync(args, host), output.ToString(), error.ToString());
    }
}
