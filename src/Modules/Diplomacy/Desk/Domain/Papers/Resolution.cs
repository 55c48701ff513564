using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A resolution or decision of the General Assembly.</summary>
/// <param name="Mode">How it was adopted, as in the data; empty when not known.</param>
/// <param name="Count">Yes, no and abstentions; null without a recorded vote.</param>
internal sealed record Resolution(string Id, string Symbol, PartialDate Date, Wording Title, string Mode, (int Yes, int No, int Abstain)? Count, Wording Effect, string Forum, Origin Origin);
