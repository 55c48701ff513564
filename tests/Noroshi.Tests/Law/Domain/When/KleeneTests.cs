using Noroshi.Kernel;
using Noroshi.Law.Domain;

namespace Noroshi.Tests.Law.Domain;

public sealed class KleeneTests
{
    [Theory]
    [InlineData(Truth.Yes, Truth.Yes, Truth.Yes, Truth.Yes)]
    [InlineData(Truth.Yes, Truth.Unknown, Truth.Unknown, Truth.Yes)]
    [InlineData(Truth.Yes, Truth.No, Truth.No, Truth.Yes)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.Unknown, Truth.No, Truth.No, Truth.Unknown)]
    [InlineData(Truth.No, Truth.No, Truth.No, Truth.No)]
    public void AndOr_OfTwoAnswers_AreTheLeastAndTheGreatest(Truth left, Truth right, Truth and, Truth or)
    {
        Kleene.And(left, right).ShouldBe(and);
        Kleene.And(right, left).ShouldBe(and);
        Kleene.Or(left, right).ShouldBe(or);
        Kleene.Or(right, left).ShouldBe(or);
    }

    [Theory]
    [InlineData(Truth.Yes, Truth.No)]
    [InlineData(Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.No, Truth.Yes)]
    public void Not_OfUnknown_StaysUnknown(Truth operand, Truth expected) => Kleene.Not(operand).ShouldBe(expected);

    /// <summary>The masks that the engine computes with and the tree that people read give the same answer, always.</summary>
    [Fact]
    public void Evaluate_OfRandomConditions_IsTheSameForTreeAndMasks()
    {
        var random = new Random(29);
        var compared = 0;
        for (var i = 0; i < 3_000; i++)
        {
            var tree = RandomConditions.Tree(random, 4);
            if (CompiledCondition.Compile(tree, atom => RandomConditions.Atoms.ToList().IndexOf(atom)) is not { } compiled) continue;
            for (var j = 0; j < 20; j++)
            {
                var answers = RandomConditions.Atoms.ToDictionary(atom => atom, _ => (Truth)random.Next(3));
                var yes = Mask(answers, Truth.Yes);
                compiled.Evaluate(yes, Mask(answers, Truth.No)).ShouldBe(tree.Evaluate(atom => answers[atom]), tree.ToString());
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(10_000);
    }

    private static UInt128 Mask(Dictionary<Atom, Truth> answers, Truth truth) =>
        RandomConditions.Atoms.Select((atom, bit) => answers[atom] == truth ? UInt128.One << bit : 0).Aggregate((a, b) => a | b);
}
