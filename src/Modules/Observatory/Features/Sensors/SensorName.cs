using System.Text.RegularExpressions;

namespace Noroshi.Observatory.Features;

/// <summary>What a sensor may be called: readable in an address, a file and a sentence.</summary>
internal static partial class SensorName
{
    internal const string Rule = "1 to 64 lower-case letters, digits, dots or hyphens, beginning with a letter or digit, for example telescope-1";

    internal static bool IsValid(string? name) => name is not null && Shape().IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.\-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
