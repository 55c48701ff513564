using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>How far the reservations and declarations of a side are recorded.</summary>
/// <param name="Instrument">The convention.</param>
/// <param name="State">The side.</param>
/// <param name="Recorded">The row of the table; null where there is none, which means that nothing is recorded.</param>
internal sealed record CoverageNote(string Instrument, CountryCode State, Coverage? Recorded)
{
    public Extent Extent => Recorded?.Extent ?? Extent.None;
}
