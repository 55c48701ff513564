using System.Globalization;
using Noroshi.Observatory.Domain;

namespace Noroshi.Tests.Observatory.Store;

/// <summary>The plainest possible answer to every question, to hold the stores against.</summary>
internal static class Expected
{
    internal static IEnumerable<Observation> View(IEnumerable<Observation> rows, ObservationFilter filter) => Around(rows, filter)
        .Where(row => row.Unit == filter.Unit && (filter.IncludeResearch || !row.Research))
        .Where(row => filter.Class is { } kind ? row.Class == kind : row.Class != TrafficClass.Backscatter);

    internal static IEnumerable<Observation> Around(IEnumerable<Observation> rows, ObservationFilter filter) => rows.Where(row =>
        row.MinuteMicros >= Rows.Micros(filter.From) && row.MinuteMicros < Rows.Micros(filter.To)
        && (filter.SourceCountry is null || row.SourceCountry == filter.SourceCountry)
        && (filter.Asn is null || row.Asn == filter.Asn)
        && (filter.Port is null || (row.Protocol == filter.Port.Value.Protocol && row.TargetPort == filter.Port.Value.Port))
        && (filter.Source is null || row.Source == filter.Source)
        && (filter.Fingerprint is null || row.Fingerprint == filter.Fingerprint)
        && (filter.Origin is null || row.Origin == filter.Origin)
        && (filter.TargetKind is null || row.TargetKind == filter.TargetKind)
        && (filter.Sector is null || row.Sector == filter.Sector)
        && (filter.TargetOrganisation is null || row.TargetOrganisation == filter.TargetOrganisation));

    internal static long Events(IEnumerable<Observation> rows) => rows.Sum(row => (long)row.Events);

    internal static long Sources(IEnumerable<Observation> rows) =>
        rows.Where(row => row.Class != TrafficClass.Backscatter).Select(row => row.Source).Distinct().LongCount();

    internal static string Key(Observation row, Dimension by) => by switch
    {
        Dimension.Country => row.SourceCountry.ToString(),
        Dimension.Network => Number(row.Asn),
        Dimension.Port => new PortKey(row.Protocol, row.TargetPort).ToString(),
        Dimension.Source => row.Source.ToString(),
        Dimension.Sector => Number(row.Sector),
        Dimension.TargetOrganisation => Number(row.TargetOrganisation),
        Dimension.Class => row.Class.ToString(),
        Dimension.Fingerprint => row.Fingerprint == Fingerprint.None ? "" : row.Fingerprint.ToString(),
        Dimension.Sensor => "telescope",
        Dimension.Tag => Rows.Tags[row.Tag],
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    private static string Number(uint value) => value == 0 ? "" : value.ToString(CultureInfo.InvariantCulture);
}
