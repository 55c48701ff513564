using System.Globalization;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Api;

/// <summary>Keys of rows as addresses and answers write them: what a row's key is, is also what its filter takes.</summary>
internal static class Keys
{
    internal const string Unknown = "unknown";

    /// <summary>The word of a key that the store gave: numbers of sectors and enumerations become their words, nothing becomes <c>unknown</c>.</summary>
    internal static string Canonical(Dimension by, string key) => by switch
    {
        Dimension.Country => key.Length == 0 ? Unknown : key,
        Dimension.Network => key.Length == 0 ? "0" : key,
        Dimension.Sector => Number(key) is > 0 and <= ushort.MaxValue and var id ? Sectors.Find((ushort)id)?.Key ?? key : key is "" or "0" ? Unknown : key,
        Dimension.TargetOrganisation => key.Length == 0 ? "0" : key,
        Dimension.Class => Word(Vocabulary.Classes, key),
        Dimension.Fingerprint => Word(Vocabulary.Fingerprints, key),
        _ => key,
    };

    /// <summary>The filter parameter that narrows a view to a row of this dimension; null where none does.</summary>
    internal static string? Parameter(Dimension by) => by switch
    {
        Dimension.Country => "country",
        Dimension.Network => "asn",
        Dimension.Port => "port",
        Dimension.Source => "source",
        Dimension.Sector => "sector",
        Dimension.TargetOrganisation => "organisation",
        Dimension.Class => "class",
        Dimension.Fingerprint => "fingerprint",
        Dimension.Sensor => "sensor",
        _ => null,
    };

    private static int? Number(string key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Stores may write an enumeration by name or by number.</summary>
    private static string Word<T>(IReadOnlyDictionary<string, T> words, string key)
        where T : struct, Enum
    {
        if (words.ContainsKey(key)) return key;
        if (key.Length == 0) return Vocabulary.Of(words, default(T));
        return Enum.TryParse<T>(key, ignoreCase: true, out var value) && Enum.IsDefined(value) ? Vocabulary.Of(words, value) : key;
    }
}
