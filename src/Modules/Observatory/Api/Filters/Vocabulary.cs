using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Api;

/// <summary>The words that stand for enumerations in addresses, answers and exports. They never change once published.</summary>
internal static class Vocabulary
{
    internal static readonly IReadOnlyDictionary<string, CountingUnit> Units = new Dictionary<string, CountingUnit>(StringComparer.Ordinal)
    {
        ["packet"] = CountingUnit.Packet,
        ["flow"] = CountingUnit.Flow,
        ["alert"] = CountingUnit.Alert,
        ["report"] = CountingUnit.Report,
    };

    internal static readonly IReadOnlyDictionary<string, TrafficClass> Classes = new Dictionary<string, TrafficClass>(StringComparer.Ordinal)
    {
        ["scan"] = TrafficClass.Scan,
        ["worm"] = TrafficClass.Worm,
        ["bruteforce"] = TrafficClass.BruteForce,
        ["alert"] = TrafficClass.Alert,
        ["backscatter"] = TrafficClass.Backscatter,
        ["other"] = TrafficClass.Other,
    };

    internal static readonly IReadOnlyDictionary<string, Fingerprint> Fingerprints = new Dictionary<string, Fingerprint>(StringComparer.Ordinal)
    {
        ["mirai"] = Fingerprint.Mirai,
        ["zmap"] = Fingerprint.ZMap,
        ["masscan"] = Fingerprint.Masscan,
        ["none"] = Fingerprint.None,
    };

    internal static readonly IReadOnlyDictionary<string, Origin> Origins = new Dictionary<string, Origin>(StringComparer.Ordinal)
    {
        ["foreign"] = Origin.Foreign,
        ["domestic"] = Origin.Domestic,
        ["unknown"] = Origin.Unknown,
    };

    internal static readonly IReadOnlyDictionary<string, TargetKind> Targets = new Dictionary<string, TargetKind>(StringComparer.Ordinal)
    {
        ["government"] = TargetKind.Government,
        ["private"] = TargetKind.Private,
        ["unknown"] = TargetKind.Unknown,
    };

    internal static readonly IReadOnlyDictionary<string, Dimension> Dimensions = new Dictionary<string, Dimension>(StringComparer.Ordinal)
    {
        ["country"] = Dimension.Country,
        ["network"] = Dimension.Network,
        ["port"] = Dimension.Port,
        ["source"] = Dimension.Source,
        ["sector"] = Dimension.Sector,
        ["organisation"] = Dimension.TargetOrganisation,
        ["class"] = Dimension.Class,
        ["fingerprint"] = Dimension.Fingerprint,
        ["sensor"] = Dimension.Sensor,
        ["tag"] = Dimension.Tag,
    };

    internal static string Of<T>(IReadOnlyDictionary<string, T> words, T value)
        where T : struct, Enum => words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;
}
