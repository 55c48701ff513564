using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Evidence that a state does what a confidence-building measure asks.</summary>
internal sealed record Practice(string Id, string Measure, CountryCode State, PartialDate Date, Wording Evidence, Origin Origin);
