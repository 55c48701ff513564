using System.Globalization;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>A filter as a condition over columns that are named alike in all tables.</summary>
/// <remarks>
/// Only numbers of typed fields are written into the text, never text: the engine plans with constants and can then skip blocks.
/// Sensor names are looked up before and come here as ids.
/// </remarks>
internal static class FilterSql
{
    /// <summary>Which sums a condition is for.</summary>
    internal enum Scope
    {
        /// <summary>The filter as it is.</summary>
        View,

        /// <summary>The filter without unit, research and class: for the figures that tell what the view leaves out.</summary>
        Around,
    }

    internal static string Where(ObservationFilter filter, IReadOnlyList<ushort>? sensors, Scope scope = Scope.View)
    {
        var parts = new List<string>();
        if (scope == Scope.View)
        {
            parts.Add(Equal("unit", (byte)filter.Unit));
            if (!filter.IncludeResearch) parts.Add("NOT research");
            // Backscatter answers a spoofed packet: it is shown only when asked for by name.
            parts.Add(filter.Class is { } kind ? Equal("class", (byte)kind) : "class <> 2");
        }

        if (filter.Fingerprint is { } fingerprint) parts.Add(Equal("fingerprint", (byte)fingerprint));
        if (filter.Origin is { } origin) parts.Add(Equal("origin", (byte)origin));
        if (filter.TargetKind is { } target) parts.Add(Equal("target_kind", (byte)target));
        if (filter.SourceCountry is { } country) parts.Add(Equal("country", country.Packed));
        if (filter.Asn is { } asn) parts.Add(Equal("asn", asn));
        if (filter.Port is { } port) parts.Add($"{Equal("protocol", port.Protocol)} AND {Equal("port", port.Port)}");
        if (filter.Sector is { } sector) parts.Add(Equal("sector", sector));
        if (filter.TargetOrganisation is { } organisation) parts.Add(Equal("organisation", organisation));
        if (filter.Source is { } source) parts.Add($"{Equal("source_high", source.High)} AND {Equal("source_low", source.Low)}");
        if (sensors is not null) parts.Add(Sensors(sensors));
        return parts.Count == 0 ? "true" : string.Join(" AND ", parts);
    }

    internal static string Sensors(IReadOnlyList<ushort> sensors) =>
        sensors.Count == 0 ? "false" : $"sensor IN ({string.Join(',', sensors.Select(id => id.ToString(CultureInfo.InvariantCulture)))})";

    private static string Equal(string column, ulong value) => string.Create(CultureInfo.InvariantCulture, $"{column} = {value}");
}
