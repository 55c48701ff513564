namespace Noroshi.Law.Domain;

/// <summary>Why an instrument, or one rule of it, gives no basis here.</summary>
/// <param name="Instrument">Instrument, or family of agreements.</param>
/// <param name="Rule">The rule that does not speak; null where the whole instrument does not.</param>
/// <param name="Reason">Why.</param>
internal sealed record WhyNot(string Instrument, CompiledRule? Rule, Cause Reason);
