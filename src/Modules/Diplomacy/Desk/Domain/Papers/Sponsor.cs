using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A state behind a proposal.</summary>
/// <param name="Since">From when; null when not known.</param>
/// <param name="IsLater">True for a state that joined after the text was tabled.</param>
internal sealed record Sponsor(CountryCode State, PartialDate? Since, bool IsLater, Origin Origin);
