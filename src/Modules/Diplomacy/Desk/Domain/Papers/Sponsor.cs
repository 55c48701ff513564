using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A state behind a proposal.</summary>
/// <remarks>
/// <c>Since</c>: From when; null when not known.<br/>
/// <c>IsLater</c>: True for a state that joined after the text was tabled.
/// </remarks>
internal sealed record Sponsor(CountryCode State, PartialDate? Since, bool IsLater, Origin Origin);
