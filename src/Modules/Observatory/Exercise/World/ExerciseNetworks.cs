using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>The networks of the exercise: 27 states, at least one network each. All invented.</summary>
internal static class ExerciseNetworks
{
    private static readonly (string Country, int UtcOffset, int Weight, uint[] Asns)[] States =
    [
        ("JP", 9, 60, [64520, 64521, 4_200_000_081]),
        ("PH", 8, 22, [64512, 64513]),
        ("VN", 7, 40, [64530, 64531]),
        ("BR", -3, 42, [64601, 64602]),
        ("US", -5, 90, [64540, 64541, 4_200_000_001]),
        ("CN", 8, 80, [64542, 64543]),
        ("RU", 3, 45, [64544]),
        ("KR", 9, 26, [64545]),
        ("TW", 8, 24, [64546]),
        ("IN", 5, 44, [64547, 64548]),
        ("ID", 7, 30, [64549]),
        ("TH", 7, 14, [64550]),
        ("MY", 8, 10, [64551]),
        ("SG", 8, 18, [64552]),
        ("DE", 1, 30, [64553]),
        ("FR", 1, 16, [64554]),
        ("NL", 1, 40, [64555, 4_200_000_002]),
        ("GB", 0, 22, [64556]),
        ("PL", 1, 9, [64557]),
        ("UA", 2, 12, [64558]),
        ("TR", 3, 15, [64559]),
        ("EG", 2, 11, [64560]),
        ("ZA", 2, 8, [64561]),
        ("NG", 1, 7, [64562]),
        ("MX", -6, 13, [64563]),
        ("AR", -3, 11, [64564]),
        ("AU", 10, 8, [64565]),
    ];

    /// <summary>The state whose node the exercise runs on.</summary>
    public static CountryCode Home { get; } = CountryCode.Parse("JP");

    /// <summary>Every network, in a fixed order.</summary>
    public static IReadOnlyList<ExerciseNetwork> All { get; } = Build();

    /// <summary>Those of the state whose node the exercise runs on.</summary>
    public static IReadOnlyList<ExerciseNetwork> Domestic { get; } = [.. All.Where(network => network.Country == Home)];

    /// <summary>All others.</summary>
    public static IReadOnlyList<ExerciseNetwork> Foreign { get; } = [.. All.Except(Domestic)];

    public static ExerciseNetwork ByAsn(uint asn) => All.First(network => network.Asn == asn);

    private static List<ExerciseNetwork> Build()
    {
        var networks = new List<ExerciseNetwork>();
        foreach (var (country, offset, weight, asns) in States)
        {
            // The first network of a state carries the most.
            for (var i = 0; i < asns.Length; i++) networks.Add(new ExerciseNetwork(networks.Count, CountryCode.Parse(country), asns[i], i + 1, offset, Math.Max(1, weight / (i + 1))));
        }

        return networks;
    }
}
