using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;

namespace Noroshi.Tests.Law.Domain;

/// <summary>Runs each line of <c>who-is-bound.md</c>.</summary>
public sealed class WhoIsBoundTests
{
    private const string Page = "who-is-bound.md";

    public static TheoryData<int, string> Counts => MarkdownTable.Rows(Page, "Counts");

    public static TheoryData<int, string> Years => MarkdownTable.Rows(Page, "Instruments deposited in a year");

    public static TheoryData<int, string> States => MarkdownTable.Rows(Page, "One state on a day");

    public static TheoryData<int, string> Questions => MarkdownTable.Rows(Page, "What the engine asks");

    [Theory]
    [MemberData(nameof(Counts))]
    public void On_WhenCountedAsTheSourcesDo_GivesTheirTotals(int line, string says)
    {
        var row = MarkdownTable.Read(Page, "Counts")[line];
        var list = ReviewedLaw.Register.On(Instrument(row), Day(row), Basis(row));
        list.Parties.ShouldBe(Number(row, "Parties"), says);
        list.Uncertain.ShouldBe(Number(row, "uncertain"), says);
        if (row["signatories"].Length > 0) list.Signatories.ShouldBe(Number(row, "signatories"), says);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void DepositsByYear_WhenCounted_GivesThePublishedNumber(int line, string says)
    {
        var row = MarkdownTable.Read(Page, "Instruments deposited in a year")[line];
        ReviewedLaw.Register.DepositsByYear(Instrument(row))[Number(row, "year")].ShouldBe(Number(row, "deposits"), says);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void StatusOf_WhenAskedForOneState_SaysHowItStandsAndSinceWhen(int line, string says)
    {
        var row = MarkdownTable.Read(Page, "One state on a day")[line];
        var status = ReviewedLaw.Register.StatusOf(Instrument(row), CountryCode.Parse(row["state"]), Day(row), Basis(row));
        StatusWords.Of(status).ShouldBe(row["status"], says);
        (status.Since?.ToString() ?? "").ShouldBe(row["since"], says);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void RegisterOn_WhenAskedByTheEngine_AnswersInThreeValues(int line, string says)
    {
        var row = MarkdownTable.Read(Page, "What the engine asks")[line];
        var register = new RegisterOn(ReviewedLaw.Register, ReviewedLaw.States, Day(row));
        var state = CountryCode.Parse(row["state"]);
        var answer = row["question"] switch
        {
            "bound" => register.BoundBy(row["instrument"], state),
            "reservation" => register.HasReservation(state, row["instrument"], row["article"]),
            "declaration" => register.HasDeclaration(state, row["instrument"], row["article"]),
            "assistance" => register.AssistanceBetween(state, CountryCode.Parse(row["other"])),
            _ => register.ExtraditionBetween(state, CountryCode.Parse(row["other"])),
        };
        answer.ToString().ShouldBe(row["answer"], says);
    }

    private static Instrument Instrument(IReadOnlyDictionary<string, string> row) => ReviewedLaw.Register.Find(row["instrument"])!;

    private static DateOnly Day(IReadOnlyDictionary<string, string> row) => DateOnly.ParseExact(row["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CountingBasis Basis(IReadOnlyDictionary<string, string> row) => row["basis"] == "deposited" ? CountingBasis.Deposited : CountingBasis.InForce;

    private static int Number(IReadOnlyDictionary<string, string> row, string column) => int.Parse(row[column], CultureInfo.InvariantCulture);
}
