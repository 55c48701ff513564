using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A resolution or decision of the General Assembly.</summary>
/// <remarks>
/// <c>Mode</c>: How it was adopted, as in the data; empty when not known.<br/>
/// <c>Count</c>: Yes, no and abstentions; null without a recorded vote.
/// </remarks>
internal sealed record Resolution(string Id, string Symbol, PartialDate Date, Wording Title, string Mode, (int Yes, int No, int Abstain)? Count, Wording Effect, string Forum, Origin Origin);
