using Noroshi.Diplomacy.Votes.Domain;

namespace Noroshi.Tests.Diplomacy.Votes.Domain;

public sealed class AgreementTests
{
    [Fact]
    public void Agreement_WhenComputedByHand_IsTheSame()
    {
        // Distances 0, 1, 2, 0 of at most 2.
        var agreement = Between("YYYN", "YANN");
        agreement.Votes.Count.ShouldBe(4);
        agreement.Share.ShouldBe(0.625, 1e-12);
        agreement.S.ShouldBe(0.25, 1e-12);
        // Same in 2 of 4; by chance 3/4·1/4 + 0 + 1/4·2/4 = 5/16.
        agreement.Kappa.ShouldNotBeNull().ShouldBe((0.5 - 0.3125) / (1 - 0.3125), 1e-12);
    }

    [Fact]
    public void Agreement_WhenOneIsAbsent_LeavesTheVoteOut() => Between("Y-N", "YNY").Votes.Select(vote => vote.RollCall.Id).ShouldBe(["0", "2"]);

    [Fact]
    public void Agreement_WhenBothAlwaysChooseOneThing_HasNoKappa()
    {
        var agreement = Between("YYY", "YYY");
        agreement.Share.ShouldBe(1);
        agreement.Kappa.ShouldBeNull();
    }

    [Fact]
    public void Agreement_WhenNothingIsShared_IsNone()
    {
        var book = Book("Y-", "-Y");
        Agreement.Between(book, 0, 1, _ => true).ShouldBeNull();
        Agreement.Between(Book("Y", "Y"), 0, 1, _ => false).ShouldBeNull();
    }

    [Theory]
    [InlineData("R/73/27", "73/27")]
    [InlineData("A/RES/71/28", "71/28")]
    [InlineData(" a/res/74/247 ", "74/247")]
    [InlineData("73/27", "73/27")]
    [InlineData("ESS/10/1", "ESS/10/1")]
    [InlineData("NA", "")]
    public void Resolution_WhenWrittenInAnyWay_HasOneForm(string written, string expected) => RollCall.Normalise(written).ShouldBe(expected);

    [Fact]
    public void Merge_WhenARollCallComesAgain_ReplacesItWhole()
    {
        var merged = VoteMerge.Merge(Book("YY", "NN"), Book("N", "-"));
        merged.RollCalls.Count.ShouldBe(2);
        merged.ChoiceOf(0, merged.IndexOf("AA")).ShouldBe(Choice.No);
        merged.ChoiceOf(0, merged.IndexOf("BB")).ShouldBeNull();
        merged.ChoiceOf(1, merged.IndexOf("BB")).ShouldBe(Choice.No);
    }

    [Fact]
    public void Merge_WhenTheOtherLayoutBringsTheSameText_KeepsOne()
    {
        var library = new VoteBookBuilder();
        library.Add(library.RollCall(new RollCall(VoteLayout.DigitalLibrary, "99", 60, new DateOnly(2005, 12, 8), "60/0", "", true)), library.State("AA"), Choice.No);
        var merged = VoteMerge.Merge(Book("YY", "NN"), library.Build());
        merged.RollCalls.Select(rollCall => rollCall.Id).ShouldBe(["99", "1"], ignoreOrder: true);
    }

    private static Agreement Between(string one, string other) => Agreement.Between(Book(one, other), 0, 1, _ => true).ShouldNotBeNull();

    /// <summary>Two states AA and BB, a letter for each roll call: Y, A, N, or - for absent.</summary>
    internal static VoteBook Book(string one, string other)
    {
        var builder = new VoteBookBuilder();
        for (var at = 0; at < one.Length; at++)
        {
            var rollCall = builder.RollCall(new RollCall(VoteLayout.Unvotes, $"{at}", 60, new DateOnly(2005, 12, 8), $"60/{at}", "", true));
            if (one[at] != '-') builder.Add(rollCall, builder.State("AA"), Of(one[at]));
            if (other[at] != '-') builder.Add(rollCall, builder.State("BB"), Of(other[at]));
        }

        return builder.Build();
    }

    private static Choice Of(char letter) => letter switch { 'Y' => Choice.Yes, 'A' => Choice.Abstain, _ => Choice.No };
}
