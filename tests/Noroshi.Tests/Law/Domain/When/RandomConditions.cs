using Noroshi.Law.Domain;

namespace Noroshi.Tests.Law.Domain;

/// <summary>Random conditions and random damage to written ones.</summary>
internal static class RandomConditions
{
    private const string Signs = "&|!()=<>,;:.-_ \t\n\"'０（日本%{}[]\\/aZ9\0";

    public static readonly IReadOnlyList<Atom> Atoms =
    [
        new("mlat", Comparison.None, ""),
        new("urgent", Comparison.None, ""),
        new("dualCriminality", Comparison.None, ""),
        new("inForce", Comparison.None, "ETS185"),
        new("resv", Comparison.None, "rqd,ETS185,29(4)"),
        new("offenceIn", Comparison.None, "ETS185_2_11"),
        new("date", Comparison.AtLeast, "2026-08-18"),
        new("date", Comparison.Before, "2012-11-01"),
        new("req", Comparison.Equal, "JP"),
        new("counterparty", Comparison.NotEqual, "US"),
    ];

    public static Condition Tree(Random random, int depth) => random.Next(depth == 0 ? 2 : 6) switch
    {
        0 => new Condition.Constant(random.Next(2) == 0),
        1 => new Condition.Ask(Atoms[random.Next(Atoms.Count)]),
        2 => new Condition.Not(Tree(random, depth - 1)),
        3 or 4 => new Condition.And(Tree(random, depth - 1), Tree(random, depth - 1)),
        _ => new Condition.Or(Tree(random, depth - 1), Tree(random, depth - 1)),
    };

    public static string Mutate(Random random, string text, string other)
    {
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(text.Length - at + 1);
            text = random.Next(6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Signs[random.Next(Signs.Length)].ToString()),
                2 => text.Insert(at, text.Substring(at, length)),
                3 => text.Insert(at, other),
                4 => at < text.Length ? text[..at] + Signs[random.Next(Signs.Length)] + text[(at + 1)..] : text,
                _ => text.Insert(at, new string("(!"[random.Next(2)], random.Next(40))),
            };
        }

        return text;
    }
}
