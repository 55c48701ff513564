using System.Runtime.Intrinsics;
using Noroshi.Diplomacy.Votes.Estimation;

namespace Noroshi.Tests.Diplomacy.Votes.Estimation;

public sealed class OrdinalProbitTests
{
    [Theory]
    [InlineData(-0.5, 0.5, 0.308537538725987, 0.382924922548026)]
    [InlineData(1.0, 1.5, 0.841344746068543, 0.0918480523379266)]
    [InlineData(-4.0, -3.0, 3.16712418331199e-05, 0.00131822678979666)]
    public void Probabilities_WhenCompared_AreThoseOfTheNormal(double lower, double upper, double yes, double abstain)
    {
        var chances = OrdinalProbit.Probabilities(0, lower, upper, 0);
        chances.Yes.ShouldBe(yes, 1e-6);
        chances.Abstain.ShouldBe(abstain, 1e-6);
        (chances.Yes + chances.Abstain + chances.No).ShouldBe(1, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Scores_WhenCompared_AreTheSlopesOfTheLogarithm(int choice)
    {
        const double Lower = -0.7, Upper = 0.4, Little = 1e-4;
        double Log(double lower, double upper) => Math.Log(choice switch { 0 => OrdinalProbit.Probabilities(0, lower, upper, 0).Yes, 1 => OrdinalProbit.Probabilities(0, lower, upper, 0).Abstain, _ => OrdinalProbit.Probabilities(0, lower, upper, 0).No });
        var terms = OrdinalProbit.At(Vector256.Create((double)choice), Vector256.Create(Lower), Vector256.Create(Upper));
        terms.LowerScore[0].ShouldBe((Log(Lower + Little, Upper) - Log(Lower - Little, Upper)) / (2 * Little), 1e-3);
        terms.UpperScore[0].ShouldBe((Log(Lower, Upper + Little) - Log(Lower, Upper - Little)) / (2 * Little), 1e-3);
    }

    [Fact]
    public void Terms_WhenAbsent_AreNothing()
    {
        var terms = OrdinalProbit.At(Vector256.Create(VoteBlock.Absent), Vector256.Create(-1.0), Vector256.Create(1.0));
        (terms.LowerScore, terms.UpperScore, terms.Lower, terms.Across, terms.Upper).ShouldBe((default, default, default, default, default));
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(40)]
    public void Terms_WhenTheChoiceIsAsGoodAsImpossible_StayFinite(double far)
    {
        for (var choice = 0; choice < 3; choice++)
        {
            var terms = OrdinalProbit.At(Vector256.Create((double)choice), Vector256.Create(far), Vector256.Create(far + 1e-9));
            double.IsFinite(terms.LowerScore[0] + terms.UpperScore[0] + terms.Lower[0] + terms.Across[0] + terms.Upper[0]).ShouldBeTrue();
        }
    }

    [Fact]
    public void Walk_WhenStepped_SolvesItsSystem()
    {
        // Two points, precision 4 between them, 0.05 to the middle: [2 + 4 + 0.05, −4; −4, 3 + 4 + 0.05] · move = score − prior gradient.
        var walk = new RandomWalk([0, 1], [4]);
        double[] points = [0.1, 0.2];
        double[] scores = [1, -0.5], information = [2, 3];
        var (first, second) = (1 - 0.05 * 0.1 + 4 * 0.1, -0.5 - 0.05 * 0.2 - 4 * 0.1);
        const double Determinant = 6.05 * 7.05 - 16;
        walk.Step(points, scores, information, new SessionScale([], 2));
        points[0].ShouldBe(0.1 + (7.05 * first + 4 * second) / Determinant, 1e-12);
        points[1].ShouldBe(0.2 + (4 * first + 6.05 * second) / Determinant, 1e-12);
        var variances = new double[2];
        walk.Variances(information, variances);
        variances.ShouldBe([7.05 / Determinant, 6.05 / Determinant], 1e-12);
    }
}
