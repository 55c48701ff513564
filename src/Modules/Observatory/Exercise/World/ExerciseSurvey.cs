using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>A fictional research scanner with a network of its own.</summary>
internal sealed record ExerciseSurvey(string Name, CountryCode Country, uint Asn, int Block)
{
    /// <summary>The surveys of the exercise.</summary>
    public static IReadOnlyList<ExerciseSurvey> All { get; } =
    [
        new("Open Survey Institute (EXERCISE)", CountryCode.Parse("DE"), 4_200_000_101, 200),
        new("Campus Measurement Project (EXERCISE)", CountryCode.Parse("US"), 4_200_000_102, 201),
        new("National Device Survey (EXERCISE)", CountryCode.Parse("JP"), 4_200_000_103, 202),
    ];

    public string Prefix => $"240.{Block}.0.0/24";

    public NetworkAddress Host(int n) => NetworkAddress.FromIPv4(0xF000_0000 | ((uint)Block << 16) | (uint)(n & 0xFF));
}
