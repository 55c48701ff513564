using Noroshi.Kernel;

namespace Noroshi.Capacity.Assessments;

/// <summary>A state or territory on the DAC list of recipients of official development assistance, and in which income group.</summary>
internal sealed record DacRecipient(CountryCode State, string Group, Period Period, string Note, Provenance Provenance);
